import { useEffect, useRef, useState } from 'react';
import type { ScreenOverviewQuery } from '../generated/operations';
import { advanceMarks, type ChangeMarks, NO_MARKS } from './model/change-marks';
import { diffFigures } from './model/diff-figures';
import { figuresOf } from './model/figure';

/** The marks of what changed since the wall was opened; `now` moves them on. */
export function useChangeMarks(snapshot: ScreenOverviewQuery | null, now: number): ChangeMarks {
  const [marks, setMarks] = useState(NO_MARKS);
  const before = useRef<ScreenOverviewQuery | null>(null);
  useEffect(() => {
    const changes =
      before.current === null || snapshot === null || before.current === snapshot
        ? []
        : diffFigures(figuresOf(before.current), figuresOf(snapshot));
    before.current = snapshot ?? before.current;
    setMarks((current) => advanceMarks(current, changes, now));
  }, [snapshot, now]);
  return marks;
}
