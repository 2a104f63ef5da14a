// Looks every 15 seconds whether a flag was raised, and shows it beside what is there already.
// Written for old browsers. A note being typed is never touched: only what stands around the forms is renewed.
(function () {
  'use strict';

  var EVERY = 15000; // milliseconds from one look to the next
  var PATIENCE = 10000; // milliseconds until the server counts as away
  var FACTS = '.f-facts';
  var watch = document.getElementById('f-watch');
  var trouble = document.getElementById('f-trouble');
  var news = document.getElementById('f-news');
  var timer = null;
  var asking = false;

  function byId(id) { return document.getElementById(id); }

  // A live region speaks when its text changes, so the same words are not put there twice.
  function tell(line, words) {
    if (line.textContent !== words) line.textContent = words;
  }

  function hasFocus(element) { return element.contains(document.activeElement); }

  function renew(element, fresh) {
    if (element.innerHTML !== fresh.innerHTML && !hasFocus(element)) element.innerHTML = fresh.innerHTML;
  }

  function leave(item) {
    var note = item.querySelector('input[name="note"]');
    if (!note || (!note.value && !hasFocus(item))) {
      item.parentNode.removeChild(item);
    } else {
      tell(item.querySelector('.f-gone'), watch.getAttribute('data-gone'));
    }
  }

  function showFlags(page) {
    var list = byId('f-list');
    var fresh = page.getElementById('f-list').children;
    var said = [];
    var known = {};
    var i, item, mine;
    for (i = 0; i < fresh.length; i += 1) {
      item = fresh[i];
      known[item.id] = true;
      mine = byId(item.id);
      if (mine) {
        mine.className = item.className;
        renew(mine.querySelector(FACTS), item.querySelector(FACTS));
      } else {
        said.push(item.querySelector('h3').textContent);
        list.appendChild(document.importNode(item, true));
      }
    }
    for (i = list.children.length - 1; i >= 0; i -= 1) {
      if (!known[list.children[i].id]) leave(list.children[i]);
    }
    if (said.length) tell(news, watch.getAttribute('data-new') + ' ' + said.join(', ') + ' (' + lookedAt() + ')');
  }

  function lookedAt() { return byId('f-looked').textContent; }

  function show(page) {
    byId('f-looked').textContent = page.getElementById('f-looked').textContent;
    renew(byId('f-problems'), page.getElementById('f-problems'));
    renew(byId('f-count'), page.getElementById('f-count'));
    renew(byId('f-done'), page.getElementById('f-done'));
    showFlags(page);
    document.title = page.title;
    tell(trouble, '');
  }

  function fail(why) {
    tell(trouble, watch.getAttribute('data-' + why).replace('{time}', lookedAt()));
  }

  function again() {
    asking = false;
    clearTimeout(timer);
    timer = setTimeout(look, EVERY);
  }

  function look() {
    var request;
    if (asking) return;
    asking = true;
    request = new XMLHttpRequest();
    request.open('GET', watch.getAttribute('data-address'));
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.onload = function () {
      var page = request.status === 200 ? request.response : null;
      if (page && page.getElementById('f-list')) show(page);
      else fail(request.status === 200 ? 'out' : request.status === 403 ? 'refused' : 'away');
      again();
    };
    request.onerror = request.ontimeout = request.onabort = function () { fail('away'); again(); };
    request.send();
  }

  watch.hidden = false;
  timer = setTimeout(look, EVERY);
  // A tab in the background is slowed down by its browser: look at once when somebody comes back to it.
  document.addEventListener('visibilitychange', function () { if (!document.hidden) look(); });
  window.addEventListener('online', look);
}());
