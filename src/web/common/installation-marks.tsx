import { formatDate } from './format';
import { useLanguage } from './language-context';
import type { Installation } from './installation-context';

/** “Đồng hồ mô phỏng …” and “Dữ liệu mẫu”, where they apply. */
export function InstallationMarks({ installation }: { installation: Installation }) {
  const { texts } = useLanguage();
  const marks = [
    installation.isShifted && texts.simulatedClock(formatDate(installation.today)),
    installation.hasSampleRows && `${texts.sampleData}: ${texts.sampleNotice}`,
  ];
  return <p data-testid="installation-marks">{marks.filter(Boolean).join(' · ')}</p>;
}
