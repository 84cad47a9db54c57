import { InstallationMarks } from '../installation-marks';
import { useInstallation } from '../installation-context';
import styles from './installation-notice.module.css';

/** One calm line on every page while the clock is simulated or sample rows are shown. */
export function InstallationNotice() {
  const installation = useInstallation();
  if (installation === null || !(installation.isShifted || installation.hasSampleRows)) return null;
  return (
    <div className={styles.notice}>
      <InstallationMarks installation={installation} />
    </div>
  );
}
