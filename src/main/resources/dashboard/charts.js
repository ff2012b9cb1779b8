// Draws what the tables say. Without it the tables stand alone.

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const drawn = [];

function read(place) {
  const table = document.getElementById(place.dataset.of);
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
  const series = place.dataset.series.split(' ').map(Number);
  const value = (cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value));
  return { names, rows, series, value, title: place.dataset.title };
}

const legend = () => ({ labels: { color: css('--ink'), usePointStyle: true, boxHeight: 7 } });

// Lines that can be told apart without colour: by their dashes and points.
function lines({ rows, value }, title, series) {
  const colours = ['--one', '--other'].map(css);
  const points = ['circle', 'rect'];
  return {
    title,
    plan: {
      type: 'line',
      data: {
        labels: rows.map((cells) => cells[0].textContent.trim()),
        datasets: series.map(({ column, label }, place) => ({
          label,
          data: rows.map((cells) => value(cells[column])),
          borderColor: colours[place],
          backgroundColor: colours[place],
          borderWidth: 2,
          borderDash: place ? [6, 4] : [],
          pointStyle: points[place],
          pointRadius: 3,
          spanGaps: true,
          tension: 0,
        })),
      },
      options: {
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { grid: { display: false }, ticks: { color: css('--quiet'), maxRotation: 0, autoSkip: true, autoSkipPadding: 16 } },
          y: { grid: { color: css('--line') }, min: 0, ticks: { color: css('--quiet'), maxTicksLimit: 6, callback: (it) => `${it} %` } },
        },
        plugins: {
          legend: { ...legend(), display: series.length > 1 },
          tooltip: { callbacks: { label: (it) => `${it.dataset.label}: ${it.formattedValue} %` } },
        },
      },
    },
  };
}

// All columns in one chart.
function line(told) {
  return [lines(told, told.title, told.series.map((column) => ({ column, label: told.names[column] })))];
}

// A chart for each two columns: "Satisfied, assisted" beside "Satisfied, others".
function pairs(told) {
  const plans = [];
  for (let place = 0; place < told.series.length; place += 2) {
    const two = told.series.slice(place, place + 2);
    const [title] = told.names[two[0]].split(', ');
    plans.push(lines(told, title, two.map((column) => ({ column, label: told.names[column].split(', ')[1] }))));
  }
  return plans;
}

// Each measure with its interval; only what is told in points of a hundred, so that one axis serves them all.
function interval({ rows, series, value, title }) {
  const [middle, from, to] = series;
  const told = rows.filter((cells) => value(cells[from]) !== null && cells[from].textContent.includes('points'));
  if (told.length === 0) return [];
  const shows = (cells) => cells[cells.length - 1].textContent.trim();
  const colour = (cells) => css({ better: '--good', worse: '--bad' }[shows(cells)] || '--quiet');
  return [{
    title,
    plan: {
      type: 'bar',
      data: {
        labels: told.map((cells) => [cells[0].textContent.trim(), shows(cells)]),
        datasets: [
          { type: 'scatter', label: 'Difference', data: told.map((cells, place) => ({ x: value(cells[middle]), y: place })),
            backgroundColor: css('--ink'), borderColor: css('--ink'), radius: 6, hoverRadius: 7, pointStyle: 'rectRot' },
          { label: 'Interval of 95 %', data: told.map((cells) => [value(cells[from]), value(cells[to])]),
            backgroundColor: told.map(colour), barThickness: 10, borderRadius: 5, borderSkipped: false },
        ],
      },
      options: {
        indexAxis: 'y',
        scales: {
          x: { grid: { color: (context) => css(context.tick?.value === 0 ? '--ink' : '--line') },
            ticks: { color: css('--quiet'), callback: (it) => `${it > 0 ? '+' : ''}${it}` },
            title: { display: true, text: 'Assisted less similar tickets, in points of a hundred', color: css('--quiet') } },
          y: { grid: { display: false }, ticks: { color: css('--ink') } },
        },
        plugins: { legend: { ...legend(), display: false }, tooltip: { callbacks: { title: (it) => it[0].label.replace(',', ': '), label: (it) => told[it.dataIndex][middle].textContent + ' (' + told[it.dataIndex][from].textContent + ' to ' + told[it.dataIndex][to].textContent + ')' } } },
      },
    },
  }];
}

function figure(title, isAlone) {
  const figure = document.createElement('figure');
  if (!isAlone) figure.append(Object.assign(document.createElement('figcaption'), { textContent: title }));
  const box = Object.assign(document.createElement('div'), { className: 'chart' });
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${title}, as a chart. The table below holds the same figures.`);
  box.append(canvas);
  figure.append(box);
  return figure;
}

function draw() {
  drawn.splice(0).forEach((chart) => chart.destroy());
  for (const place of document.querySelectorAll('.charts')) {
    const plans = { line, pairs, interval }[place.dataset.chart](read(place));
    place.hidden = plans.length === 0;
    place.replaceChildren(...plans.map(({ title }) => figure(title, plans.length === 1)));
    plans.forEach(({ plan }, at) => {
      plan.options = { ...plan.options, animation: false, maintainAspectRatio: false, responsive: true };
      drawn.push(new Chart(place.querySelectorAll('canvas')[at], plan));
    });
  }
}

if (window.Chart) {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('beforeprint', () => { document.documentElement.dataset.paper = ''; draw(); });
  addEventListener('afterprint', () => { delete document.documentElement.dataset.paper; draw(); });
}
