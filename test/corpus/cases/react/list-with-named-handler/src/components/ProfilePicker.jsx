export function ProfilePicker({ profiles, onPicked }) {
  const pick = (profile) => () => {
    HaloAgents.getInstance().identify(profile.id, { name: profile.name });
    onPicked(profile);
  };

  return profiles.map((profile) => (
    <a key={profile.id} href="#" onClick={pick(profile)}>
      {profile.name}
    </a>
  ));
}
