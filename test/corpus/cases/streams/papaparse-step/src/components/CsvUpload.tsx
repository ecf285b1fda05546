import Papa from "papaparse";
import { useState } from "react";

interface Row {
  user_id: string;
  plan: string;
}

export function CsvUpload() {
  const [count, setCount] = useState(0);
  const [errors, setErrors] = useState<string[]>([]);

  function handleFile(file: File) {
    Papa.parse<Row>(file, {
      header: true,
      skipEmptyLines: true,
      step({ data, errors: rowErrors }) {
        if (rowErrors.length > 0) {
          setErrors((previous) => [...previous, rowErrors[0].message]);
          return;
        }
        window.HaloAgents.getInstance()?.identify(data.user_id, { plan: data.plan });
        setCount((previous) => previous + 1);
      },
    });
  }

  return (
    <label>
      {count} users sent, {errors.length} rows skipped
      <input type="file" onChange={(event) => event.target.files && handleFile(event.target.files[0])} />
    </label>
  );
}
