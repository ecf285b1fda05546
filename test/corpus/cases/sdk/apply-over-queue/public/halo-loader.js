(function (w) {
  var queue = (w.haloQueue = w.haloQueue || []);

  function drain(accounts) {
    var ha = w.HaloAgents.getInstance();
    var next;
    while ((next = accounts.pop())) {
      try {
        ha.identify.apply(ha, [next.id, { plan: next.plan }]);
      } catch (e) {
        w.console && w.console.error(e);
      }
    }
  }

  w.haloDrain = drain;
  queue.push(["ready", drain]);
})(window);
