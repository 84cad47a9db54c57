import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { PulseQuery } from '../generated/operations';
import { send } from './graphql/send';
import { useLanguage } from './language-context';
import { pulse } from './operations';

/** What a page says about the installation. */
export type Installation = PulseQuery['installation'];

const InstallationContext = createContext<Installation | null>(null);

/** Asks once for whom it surrounds which installation this is. */
export function InstallationProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [installation, setInstallation] = useState<Installation | null>(null);
  useEffect(() => {
    let isWanted = true;
    send(pulse, {}, language).then(
      (answer) => {
        if (isWanted) setInstallation(answer.installation);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return <InstallationContext value={installation}>{children}</InstallationContext>;
}

/** The installation; null until it is known, and for strangers. */
export function useInstallation(): Installation | null {
  return useContext(InstallationContext);
}
