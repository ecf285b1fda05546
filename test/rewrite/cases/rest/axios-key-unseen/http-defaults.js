import axios from "axios";

axios.defaults.headers.common.Authorization = `Bearer ${process.env.HALO_API_KEY}`;
