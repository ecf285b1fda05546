import { all, call, fork, put, select, takeLatest } from "redux-saga/effects";
import { loginSucceeded, profileLoaded } from "./actions";
import { getProfile } from "../api";

const identifyOnHalo = (user) => window.HaloAgents.getInstance().identify(user.id, { email: user.email });

function* onLogin({ payload }) {
  const profile = yield call(getProfile, payload.userId);
  yield put(profileLoaded(profile));
  yield call(identifyOnHalo, profile);
}

function* watchLogin() {
  yield takeLatest(loginSucceeded.type, onLogin);
}

function* watchTheme() {
  const theme = yield select((state) => state.theme);
  document.body.dataset.theme = theme;
}

export default function* root() {
  yield all([watchLogin, watchTheme].map((watcher) => fork(watcher)));
}
