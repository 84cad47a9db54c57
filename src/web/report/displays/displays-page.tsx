import { useState } from 'react';
import { focusHeading } from '../../common/focus-heading';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { displays, revokeDisplay } from '../operations';
import { useLive } from '../../common/live/use-live';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Failure } from '../../common/ui/failure';
import { ViewHeading } from '../../common/ui/view-heading';
import { messageOf } from '../../common/ui/field-error';
import { CreateDisplay } from './create-display';
import { DisplayRow, type ListedDisplay } from './display-row';
import { useSightings } from './use-sightings';
import styles from './displays-page.module.css';

/** “Màn hình phòng họp”: which screens there are, a new one, and taking one's right away. */
export function DisplaysPage() {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.displays;
  const { data, error } = useLive(displays, {});
  const sightings = useSightings(data?.displays.nodes.length ?? 0);
  const [revoking, setRevoking] = useState<ListedDisplay | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const revoke = async (displayId: string) => {
    setRevoking(null);
    try {
      const [refusal] = (await send(revokeDisplay, { input: { displayId } }, language)).revokeDisplay.userErrors;
      setFailure(refusal?.message ?? null);
      if (refusal === undefined) focusHeading();
    } catch (thrown) {
      setFailure(messageOf(thrown, texts.common.networkFailed));
    }
  };

  return (
    <>
      <div className={styles.heading}>
        <ViewHeading title={texts.report.nav.displays} />
        <p className="muted">{words.lead}</p>
      </div>
      {(error ?? failure) !== null && <Failure message={failure ?? error ?? ''} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && (
        <div className={styles.columns}>
          <CreateDisplay programmes={data.programmes.nodes} />
          <ul className={styles.list}>
            {data.displays.nodes.length === 0 && <li className="muted">{words.empty}</li>}
            {data.displays.nodes.map((display) => (
              <DisplayRow
                key={display.id}
                display={display}
                sighting={sightings.get(display.id) ?? null}
                onRevoke={() => setRevoking(display)}
              />
            ))}
          </ul>
        </div>
      )}
      {revoking !== null && (
        <ConfirmDialog
          question={words.revokeConfirm(revoking.name)}
          action={words.revoke}
          onConfirm={() => void revoke(revoking.id)}
          onCancel={() => setRevoking(null)}
        />
      )}
    </>
  );
}
