// Draws what the tables say. Without it, or on paper without it, the tables stand alone.

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const drawn = [];

function read(canvas) {
  const table = document.getElementById(canvas.dataset.of);
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
  const series = canvas.dataset.series.split(' ').map(Number);
  const value = (cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value));
  return { names, rows, series, value };
}

function scales(unit) {
  const grid = { color: css('--line') };
  const ticks = { color: css('--quiet') };
  return {
    x: { grid, ticks: { ...ticks, maxRotation: 0, autoSkip: true } },
    y: { grid, ticks: { ...ticks, callback: (value) => (typeof value === 'number' ? `${value}${unit}` : value) } },
  };
}

// Lines that can be told apart without colour: by their dashes and points.
function line(canvas) {
  const { names, rows, series, value } = read(canvas);
  const colours = ['--one', '--other', '--third', '--fourth'].map(css);
  const points = ['circle', 'rect', 'triangle', 'rectRot'];
  return {
    type: 'line',
    data: {
      labels: rows.map((cells) => cells[0].textContent.trim()),
      datasets: series.map((column, place) => ({
        label: names[column],
        data: rows.map((cells) => value(cells[column])),
        borderColor: colours[place % 4],
        backgroundColor: colours[place % 4],
        borderDash: place % 2 ? [6, 4] : [],
        pointStyle: points[place % 4],
        spanGaps: true,
        tension: 0,
      })),
    },
    options: { scales: scales(' %'), plugins: { legend: { labels: { color: css('--ink'), usePointStyle: true } } } },
  };
}

// Each measure with its interval; only what is told in points of a hundred, so that one axis serves them all.
function interval(canvas) {
  const { rows, series, value } = read(canvas);
  const [middle, from, to] = series;
  const told = rows.filter((cells) => value(cells[from]) !== null && cells[from].textContent.includes('points'));
  if (told.length === 0) return null;
  return {
    type: 'bar',
    data: {
      labels: told.map((cells) => cells[0].textContent.trim()),
      datasets: [
        { type: 'scatter', label: 'Difference', data: told.map((cells, place) => ({ x: value(cells[middle]), y: place })),
          backgroundColor: css('--ink'), borderColor: css('--ink'), radius: 6, pointStyle: 'rectRot' },
        { label: '95 % interval', data: told.map((cells) => [value(cells[from]), value(cells[to])]),
          backgroundColor: css('--one'), barThickness: 12 },
      ],
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { grid: { color: (context) => css(context.tick?.value === 0 ? '--ink' : '--line') }, ticks: { color: css('--quiet'), callback: (value) => `${value > 0 ? '+' : ''}${value}` },
          title: { display: true, text: 'Assisted less similar tickets, in points of a hundred', color: css('--quiet') } },
        y: { grid: { display: false }, ticks: { color: css('--ink') } },
      },
      plugins: { legend: { labels: { color: css('--ink'), usePointStyle: true } } },
    },
  };
}

function draw() {
  drawn.splice(0).forEach((chart) => chart.destroy());
  for (const canvas of document.querySelectorAll('canvas[data-chart]')) {
    const plan = { line, interval }[canvas.dataset.chart](canvas);
    if (!plan) continue;
    canvas.parentElement.hidden = false;
    plan.options = { ...plan.options, animation: false, maintainAspectRatio: false, responsive: true };
    drawn.push(new Chart(canvas, plan));
  }
}

if (window.Chart) {
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('beforeprint', () => drawn.forEach((chart) => chart.resize()));
}
