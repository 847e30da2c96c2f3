// The header: the way home, who I am and as what, the language, and the way out.
import type { ReactNode } from 'react';
import { Button, Header as SectionTitle, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { Desk } from '../desks/desks';
import { isLanguage, LANGUAGES } from '../words/words';
import { usePage } from './page-context';

interface Shown {
  desks: readonly Desk[];
  desk: Desk | null;
  choose: (desk: Desk) => void;
}

/** The header of every page. */
export function Header({ desks, desk, choose }: Shown): ReactNode {
  const { session, words } = usePage();
  return (
    <header className="header">
      <div className="header-row">
        <a className="brand" href="/desk">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path
              d="M11 29c0-9 10-9 10-15 0-5-6-5-6-11"
              fill="none"
              stroke="currentColor"
              strokeWidth="4"
              strokeLinecap="round"
            />
          </svg>
          Polku
        </a>
        <OwnMenu desks={desks} desk={desk} choose={choose} />
        <form method="post" action="/auth/logout">
          <input type="hidden" name="csrf_token" value={session.csrfToken} />
          <button type="submit" className="header-button out">
            {words.logOut}
          </button>
        </form>
      </div>
    </header>
  );
}

function OwnMenu({ desks, desk, choose }: Shown): ReactNode {
  const { session, words, language, speak } = usePage();
  const links = [
    { to: '/desk/content', title: words.content },
    ...(session.mayUseGraphiql ? [{ to: '/graphiql', title: words.openGraphiql }] : []),
    ...(session.hasOwnPassword ? [{ to: '/auth/password', title: words.changePassword }] : []),
    { to: '/', title: words.startPage },
  ];
  return (
    <MenuTrigger>
      <Button className="header-button">
        <span className="who">
          <span className="who-name">
            <span className="unseen">{words.yourMenu}: </span>
            {session.name}
          </span>
          {desk ? <small>{words.roles[desk.role]}</small> : null}
        </span>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="menu-sheet" placement="bottom end">
        <Menu className="menu" onAction={(key) => act(String(key))} aria-label={words.yourMenu}>
          {desks.length > 1 ? (
            <MenuSection selectionMode="single" selectedKeys={desk ? [desk.role] : []}>
              <SectionTitle className="menu-title">{words.asWhom}</SectionTitle>
              {desks.map(({ role }) => (
                <MenuItem key={role} id={role} className="menu-item">
                  {words.roles[role]}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
          <MenuSection selectionMode="single" selectedKeys={[language]}>
            <SectionTitle className="menu-title">{words.language}</SectionTitle>
            {Object.entries(LANGUAGES).map(([code, title]) => (
              <MenuItem key={code} id={code} className="menu-item" textValue={title}>
                <span lang={code}>{title}</span>
                {code === language ? <span aria-hidden="true">✓</span> : null}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection>
            <SectionTitle className="menu-title">Polku</SectionTitle>
            {links.map(({ to, title }) => (
              <MenuItem key={to} href={to} className="menu-item">
                {title}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );

  function act(key: string): void {
    if (isLanguage(key)) speak(key);
    const chosen = desks.find(({ role }) => role === key);
    if (chosen) choose(chosen);
  }
}
