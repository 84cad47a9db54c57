import { type FormEvent, useState } from 'react';
import type { DisplaysQuery } from '../../generated/operations';
import { useKept } from '../../common/kept/use-kept';
import { useLanguage } from '../../common/language-context';
import { ErrorSummary } from '../../common/ui/error-summary';
import { LineField } from '../ui/line-field';
import { SelectField } from '../ui/select-field';
import styles from './create-display.module.css';
import { OpeningLink } from './opening-link';
import { useCreateDisplay } from './use-create-display';

const USUAL_PROGRAMME = '07-CTr/TU';

/** Makes a screen and shows the link that opens it, once. */
export function CreateDisplay({ programmes }: { programmes: DisplaysQuery['programmes']['nodes'] }) {
  const { texts, pick } = useLanguage<'report'>();
  const words = texts.report.displays;
  const [name, setName, forgetName] = useKept('display', '');
  const [programmeCode, setProgramme] = useState(USUAL_PROGRAMME);
  const { errors, link, create } = useCreateDisplay();
  const submit = async () => {
    if (await create(name, programmeCode)) forgetName();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const options = programmes.map(({ code, shortName, shortNameEn }) => ({
    value: code,
    text: `${code} · ${pick(shortName, shortNameEn)}`,
  }));

  return (
    <form className={`card ${styles.form}`} onSubmit={onSubmit} noValidate>
      <h2>{words.create}</h2>
      <ErrorSummary errors={errors} />
      <LineField id="name" label={words.name} value={name} errors={errors} onChange={setName} />
      <SelectField
        id="programmeCode"
        label={words.programme}
        value={programmeCode}
        options={options}
        errors={errors}
        onChange={setProgramme}
      />
      <div className="actions">
        <button className="button" data-kind="primary" type="submit">
          {words.create}
        </button>
      </div>
      {link !== null && <OpeningLink key={link} link={link} />}
    </form>
  );
}
