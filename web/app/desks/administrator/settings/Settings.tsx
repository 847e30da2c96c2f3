// The settings of the installation, and who changed them.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import {
  ChangeSettingsDocument,
  SettingsOfInstallationDocument,
  type SettingsOfInstallationQuery,
} from '../../../generated/administrator/graphql';
import { useWords } from '../words';

type Setting = NonNullable<SettingsOfInstallationQuery['settings']>['nodes'][number];
const NUMBERS = ['recycleDays', 'announcementDays', 'maxRootPageSize', 'maxNestedPageSize', 'maxEmergencyAccesses'] as const;

/** The page of the settings. */
export function Settings(): ReactNode {
  const words = useWords();
  const look = useLook(SettingsOfInstallationDocument, {});
  return (
    <Page title={words.ways.settings} lead={words.settingsLead} isReading>
      <Answered look={look}>
        {({ settings }) => {
          const setting = settings?.nodes[0];
          return setting ? (
            <>
              <SettingForm key={setting.revision} setting={setting} again={look.again} />
              <Changes setting={setting} />
            </>
          ) : (
            <p className="quiet">{words.noSettings}</p>
          );
        }}
      </Answered>
    </Page>
  );
}

function SettingForm({ setting, again }: { setting: Setting; again: () => void }): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const titleOf = useTitles('ofType', 'Setting');
  const [written, setWritten] = useState(() => Object.fromEntries(NUMBERS.map((name) => [name, String(setting[name])])));
  const change = useCommand(ChangeSettingsDocument);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const changed = NUMBERS.filter((name) => Number(written[name]) !== setting[name]);
    const values = Object.fromEntries(changed.map((name) => [name, Number(written[name])]));
    if (!(await change.run({ settings: { id: setting.id, revision: setting.revision, ...values } }))) return;
    announce(words.saved);
    again();
  };
  return (
    <form className="card" aria-label={words.ways.settings} onSubmit={(event) => void save(event)}>
      <Problems problems={change.problems} inputs={Object.fromEntries(NUMBERS.map((name) => [name, name]))} />
      {NUMBERS.map((name) => (
        <Field
          key={name}
          id={name}
          title={titleOf(name)}
          kind="number"
          value={written[name] ?? ''}
          isRequired
          onChange={(value) => setWritten((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <div>
        <button type="submit" className="button first" disabled={change.isWaiting}>
          {words.save}
        </button>
      </div>
    </form>
  );
}

function Changes({ setting }: { setting: Setting }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Setting');
  const changes = setting.history ?? [];
  if (!changes.length) return null;
  return (
    <section className="stack" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ul className="tasks">
        {changes.map((one, place) => (
          <li key={place}>
            <span>
              <span className="strong">{one.actorName}</span>{' '}
              {one.changes.map(({ field, before, after }) => `${titleOf(field)}: ${shown(before)} → ${shown(after)}`).join(', ')}
            </span>
            <span className="quiet">{moment(one.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '–' : String(value);
}
