import { useAnalytics } from "../hooks/use-analytics";

interface Props {
  selection: Map<string, { tags: string[] }>;
  onDone(): void;
}

export function BulkTagger({ selection, onDone }: Props) {
  const { identify, track } = useAnalytics();

  async function handleSubmit(event: React.FormEvent) {
    event.preventDefault();
    selection.forEach(({ tags }, id) => {
      identify(id, { tags: tags.join(",") });
    });
    track("bulk_tagged");
    onDone();
  }

  return (
    <form onSubmit={handleSubmit}>
      <button type="submit">Tag {selection.size} contacts</button>
    </form>
  );
}
