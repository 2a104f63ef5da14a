// Run only by browsers that know no modules: tell people, since nothing else on the page will work for them.
document.getElementById('old-browser').removeAttribute('hidden');
