import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** What a page says about the installation; strangers may know it too. */
export interface Installation {
  readonly appVersion: string;
  readonly today: string;
  readonly isShifted: boolean;
  readonly hasSampleRows: boolean;
}

const InstallationContext = createContext<Installation | null>(null);

/** Asks once for whom it surrounds which installation this is. */
export function InstallationProvider({ children }: { children: ReactNode }) {
  const [installation, setInstallation] = useState<Installation | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetch('/installation.json', { signal: controller.signal })
      .then((response) => response.json() as Promise<Installation>)
      .then(setInstallation, () => undefined);
    return () => controller.abort();
  }, []);
  return <InstallationContext value={installation}>{children}</InstallationContext>;
}

/** The installation; null until it is known. */
export function useInstallation(): Installation | null {
  return useContext(InstallationContext);
}
