import { createContext } from "react";

export const HaloContext = createContext(window.HaloAgents.getInstance());
