import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import * as setRenewal from "./commands/set-renewal.mjs";

await yargs(hideBin(process.argv)).command(setRenewal).demandCommand().parse();
