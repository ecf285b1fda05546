import Bree from "bree";

const bree = new Bree({ jobs: [{ name: "refresh-owner", interval: "1d" }] });
await bree.start();
