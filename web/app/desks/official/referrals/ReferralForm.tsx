// The form of a referral: whom, what for, on what basis.
import type { FormEvent, ReactNode } from 'react';
import { Choice } from '../../../fields/Choice';
import { Field, ListField } from '../../../fields/Field';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import type { Basis } from '../../../generated/official/graphql';
import { useWords } from '../words';
import type { Choices, Key, Written } from './draft';

interface Shown {
  written: Written;
  choices: Choices;
  /** The questions that the unit and the service ask. */
  questions: ReactNode;
  onChange: (written: Written) => void;
  onDone: () => void;
}

/** The form. Titles of its fields come from the API. */
export function ReferralForm({ written, choices, questions, onChange, onDone }: Shown): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const titleOf = useTitles('ofType', 'Referral');
  const change = (key: Key) => (value: string) => onChange({ ...written, [key]: value });
  const field = (key: Key, kind: 'text' | 'long' | 'date' | 'number' = 'text', isRequired = false): ReactNode => (
    <Field id={key} title={titleOf(key)} kind={kind} value={written[key]} isRequired={isRequired} onChange={change(key)} />
  );
  const done = (event: FormEvent): void => {
    event.preventDefault();
    onDone();
  };
  return (
    <form className="stack-large" onSubmit={done}>
      <fieldset className="card">
        <legend>{words.whom}</legend>
        {field('firstNames', 'text', true)}
        {field('lastName', 'text', true)}
        {field('phone')}
        {field('email')}
      </fieldset>
      <fieldset className="card">
        <legend>{words.whatFor}</legend>
        <ListField
          id="unitId"
          title={words.unit}
          options={choices.units.map(({ id, name }) => [id, name] as const)}
          value={written.unitId}
          isRequired
          onChange={change('unitId')}
        />
        <ListField
          id="serviceCode"
          title={titleOf('serviceCode')}
          options={choices.services.map((service) => [service.code, titleIn(service, language)] as const)}
          value={written.serviceCode}
          isRequired
          onChange={change('serviceCode')}
        />
        {field('goals', 'long', true)}
        {field('background', 'long')}
        {field('wantedStartOn', 'date')}
        {field('daysPerWeek', 'number')}
        {field('minutesPerDay', 'number')}
        <Choice label={titleOf('planKind')} titles="plan_kind" kind="ofTerms" value={written.planKind} onChange={change('planKind')} />
        {field('planReference')}
      </fieldset>
      {questions}
      <fieldset className="card">
        <legend>{words.onWhat}</legend>
        <Choice label={titleOf('basis')} titles="Basis" value={written.basis} onChange={(one) => change('basis')(one as Basis)} />
        {written.basis === 'CONSENT' ? field('consentGivenOn', 'date', true) : field('statute', 'text', true)}
      </fieldset>
      <div>
        <button type="submit" className="button first">
          {words.continue}
        </button>
      </div>
    </form>
  );
}
