// What somebody else may read of an object, and why: asked of the service for one person and one part at a time.
import { type FormEvent, type ReactNode, useState } from 'react';
import { ListField } from '../../fields/Field';
import { usePage } from '../../frame/page-context';
import { useLookers } from '../lookers';
import { Problems } from '../../frame/Problems';
import type { Problem } from '../../ask';
import { WhatTheyMayDocument, type WhatTheyMayQuery } from '../../generated/records/graphql';
import { useRoles, useWords } from './words';
import type { Onlooker } from './WhoSees';

/** A part of an object, and the permission that reads it. */
export type Part = readonly [permission: string, title: string];
type Told = { name: string; part: string; explain: WhatTheyMayQuery['explain'] };

interface Shown {
  id: string;
  onlookers: readonly Onlooker[];
  parts: readonly Part[];
}

/** The question, and its answer in words. */
export function WhatTheyMay({ id, onlookers, parts }: Shown): ReactNode {
  const words = useWords();
  const { service } = usePage();
  const lookerOf = useLookers();
  const people = numbered([...new Map(onlookers.filter(({ kind }) => kind !== 'AGENCY').map((one) => [one.id, lookerOf({ actorName: one.name, actorKind: one.kind })]))]);
  const [who, setWho] = useState('');
  const [permission, setPermission] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await service.ask(WhatTheyMayDocument, { id, permission, for: who });
    const named = (all: readonly Part[], key: string): string => all.find(([one]) => one === key)?.[1] ?? '';
    setProblems(answer.problems);
    setTold(answer.data && { name: named(people, who), part: named(parts, permission), explain: answer.data.explain });
  };
  return (
    <form className="stack" onSubmit={(event) => void ask(event)} aria-labelledby="what-they-may">
      <h3 id="what-they-may">{words.whatTheyMay}</h3>
      <div className="row">
        <ListField id="sight-who" title={words.who} options={people} value={who} isRequired onChange={setWho} />
        <ListField id="sight-part" title={words.part} options={parts} value={permission} isRequired onChange={setPermission} />
      </div>
      <Problems problems={problems} />
      <div>
        <button type="submit" className="button">
          {words.ask}
        </button>
      </div>
      <div role="status">{told ? <Answer told={told} /> : null}</div>
    </form>
  );
}

/** Several who may not be named are told apart by a number. */
function numbered(people: readonly Part[]): readonly Part[] {
  return people.map(([id, name], place) => {
    const alike = people.filter((one) => one[1] === name);
    return alike.length > 1 ? [id, `${name} ${people.slice(0, place).filter((one) => one[1] === name).length + 1}`] : [id, name];
  });
}

function Answer({ told: { name, part, explain } }: { told: Told }): ReactNode {
  const words = useWords();
  const rolesOf = useRoles();
  if (!explain) return <p>{words.notTold}</p>;
  return (
    <>
      <p className="strong">{explain.allowed ? words.may(name, part) : words.mayNot(name, part)}</p>
      <p className="small">{words.wouldDo(rolesOf(explain.rolesThatWouldDo))}</p>
      <p className="small">{words.held(rolesOf(explain.rolesHeld))}</p>
      {explain.restrictions.length ? <p className="small">{words.restricted}</p> : null}
    </>
  );
}
