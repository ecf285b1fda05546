import { useHalo } from "../hooks/useHalo";
import { login } from "../api";

export function LoginForm() {
  const { identify } = useHalo();
  return (
    <form
      action={async (form: FormData) => {
        const user = await login(form);
        identify(user.id, { email: user.email });
      }}
    >
      <input name="email" />
    </form>
  );
}
