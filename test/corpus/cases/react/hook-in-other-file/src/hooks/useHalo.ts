import { useContext } from "react";
import { HaloContext } from "../HaloContext";

export function useHalo() {
  return useContext(HaloContext);
}
