interface Account {
  userId: string;
  email: string;
}

export function AccountList({ accounts }: { accounts: Account[] }) {
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.userId}>
          <button
            onClick={() => window.HaloAgents.getInstance()?.identify(account.userId, { email: account.email })}
          >
            Use {account.email}
          </button>
        </li>
      ))}
    </ul>
  );
}
