import { useSuspenseQuery } from '@tanstack/react-query';
import { geoCircle, geoDistance, geoEqualEarth, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { MultiPoint } from 'geojson';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlineAddress from 'world-atlas/countries-50m.json?url';
import { toneOf } from '../../../src/model/stance.ts';
import { type LabelPlace, placeLabels } from '../map-labels.ts';
import { placeInWords } from '../phrases.ts';
import { type PlaceWithEvents, radiusKm } from '../places.ts';
import { words } from '../words.ts';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Natural Earth's outline (public domain), as the package world-atlas holds it; our own file, no tiles. */
const outlineQuery = {
  queryKey: ['outline'],
  queryFn: async (): Promise<World> => (await fetch(outlineAddress)).json(),
  staleTime: Number.POSITIVE_INFINITY,
};

/** In CSS pixels: the picture's units are those of the page, so that letters and dots keep their size on a phone. */
interface Size {
  width: number;
  height: number;
}

/** Before the frame is measured. */
const usualSize: Size = { width: 960, height: 520 };

/** How large an element is drawn. */
const useSize = (element: RefObject<Element | null>): Size => {
  const [size, setSize] = useState(usualSize);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width && height) setSize({ width, height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
};

const kmPerDegree = 111.2;
const zoomStep = 1.6;

/** Height of the letters of a label. */
const letters = 12;

/** More names than these nobody reads. */
const labelsAtMost = 60;

/** How near the first view may come: a single town still shows its country. */
const nearest = 12;

interface WorldMapProps {
  places: readonly PlaceWithEvents[];
  /** Gazetteer id of the place that is open. */
  open: string | undefined;
  onOpen: (place: string) => void;
}

/** What part of the events the first view holds: one report from a far capital does not shrink a case to a dot. */
const mostEvents = 0.75;

/** The middle of what is ordered, each as heavy as its number of events. */
const middleOf = (places: readonly PlaceWithEvents[], of: (place: PlaceWithEvents) => number): number => {
  const total = places.reduce((sum, { events }) => sum + events.length, 0);
  let passed = 0;
  const middle = places
    .toSorted((a, b) => of(a) - of(b))
    .find(({ events }) => {
      passed += events.length;
      return passed >= total / 2;
    });
  return middle ? of(middle) : 0;
};

/** The places where most of it happened: those nearest to the middle of all events. */
const heartOf = (places: readonly PlaceWithEvents[]): readonly PlaceWithEvents[] => {
  const middle: [number, number] = [middleOf(places, ({ lon }) => lon), middleOf(places, ({ lat }) => lat)];
  const distance = ({ lon, lat }: PlaceWithEvents) => geoDistance(middle, [lon, lat]);
  const wanted = mostEvents * places.reduce((sum, { events }) => sum + events.length, 0);
  let held = 0;
  return places
    .toSorted((a, b) => distance(a) - distance(b))
    .filter(({ events }) => {
      const isNeeded = held < wanted;
      held += events.length;
      return isNeeded;
    });
};

/** The part of the world that holds all of the places, as a zoom. */
const around = (
  places: readonly PlaceWithEvents[],
  path: ReturnType<typeof geoPath>,
  { width, height }: Size,
): ZoomTransform => {
  const points: MultiPoint = { type: 'MultiPoint', coordinates: places.map(({ lon, lat }) => [lon, lat]) };
  const [[left, top], [right, bottom]] = path.bounds(points);
  const scale = Math.min(nearest, 0.7 / Math.max((right - left) / width, (bottom - top) / height, 1e-6));
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(Math.max(1, scale))
    .translate(-(left + right) / 2, -(top + bottom) / 2);
};

const radiusOf = ({ events }: PlaceWithEvents): number => 4 + 2.5 * Math.log2(1 + events.length);

/** Where the labels of places go in the picture as it is zoomed: first that of the open one, then of those with most events. */
const labelsOf = (
  places: readonly PlaceWithEvents[],
  open: string | undefined,
  path: ReturnType<typeof geoPath>,
  view: ZoomTransform,
  size: Size,
): Map<string, LabelPlace> => {
  const dots = places.map((place) => {
    const [x, y] = view.apply(path.centroid({ type: 'Point', coordinates: [place.lon, place.lat] }));
    return { id: place.id, name: place.name, x, y, radius: radiusOf(place), events: place.events.length };
  });
  const labelled = dots.toSorted(
    (a, b) => Number(b.id === open) - Number(a.id === open) || b.events - a.events,
  );
  return placeLabels(labelled.slice(0, labelsAtMost), dots, { ...size, letters });
};

/** The world's outline with a circle a place, as wide as the place is vague; a press opens what was reported there. */
export const WorldMap = ({ places, open, onOpen }: WorldMapProps) => {
  const { data: world } = useSuspenseQuery(outlineQuery);
  const svg = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null);
  const size = useSize(svg);
  const { outlines, path } = useMemo(() => {
    const projection = geoEqualEarth().fitSize([size.width, size.height], { type: 'Sphere' });
    const path = geoPath(projection);
    const countries = feature(world, world.objects.countries).features;
    return { path, outlines: countries.map((country) => path(country) ?? '') };
  }, [world, size]);
  const [view, setView] = useState<ZoomTransform>(() => around(heartOf(places), path, size));
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const moved = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 60])
      .translateExtent([
        [0, 0],
        [size.width, size.height],
      ])
      .filter((event: Event) => event.type !== 'wheel' || (event as WheelEvent).ctrlKey)
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => setView(transform));
    behaviour.current = moved;
    const selected = select(element).call(moved);
    moved.transform(selected, around(heartOf(places), path, size));
    return () => {
      selected.on('.zoom', null);
    };
  }, [places, path, size]);
  const labels = useMemo(() => labelsOf(places, open, path, view, size), [places, open, path, view, size]);
  const scaleBy = (factor: number) => {
    if (svg.current) behaviour.current?.scaleBy(select(svg.current), factor);
  };
  const showAll = () => {
    if (svg.current) behaviour.current?.transform(select(svg.current), around(places, path, size));
  };
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element for a group */}
      <svg
        ref={svg}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={words.events.world(places.length)}
      >
        <g transform={view.toString()}>
          {outlines.map((shape) => (
            <path key={shape} d={shape} className="map-land" vectorEffect="non-scaling-stroke" />
          ))}
          {places.toReversed().map((place) => (
            <Place
              key={place.id}
              place={place}
              path={path}
              scale={view.k}
              isOpen={place.id === open}
              onOpen={onOpen}
            />
          ))}
        </g>
        {/* Above all dots, which have the names for those who hear the page. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a drawn group takes the focus */}
        <g aria-hidden="true">
          {[...labels].map(([id, { x, y, anchor }]) => (
            <text
              key={id}
              x={x}
              y={y}
              textAnchor={anchor}
              className="place-name"
              fontSize={letters}
              dy="0.35em"
            >
              {places.find((place) => place.id === id)?.name}
            </text>
          ))}
        </g>
      </svg>
      <div className="map-buttons">
        <button
          type="button"
          className="icon-button"
          aria-label={words.events.zoomIn}
          onClick={() => scaleBy(zoomStep)}
        >
          +
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.events.zoomOut}
          onClick={() => scaleBy(1 / zoomStep)}
        >
          −
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={words.events.zoomAll}
          title={words.events.zoomAll}
          onClick={showAll}
        >
          ⤢
        </button>
      </div>
    </figure>
  );
};

interface PlaceProps {
  place: PlaceWithEvents;
  path: ReturnType<typeof geoPath>;
  scale: number;
  isOpen: boolean;
  onOpen: (place: string) => void;
}

const Place = ({ place, path, scale, isOpen, onOpen }: PlaceProps) => {
  const { lon, lat, events, name, precision } = place;
  const [x, y] = path.centroid({ type: 'Point', coordinates: [lon, lat] });
  const vague = geoCircle()
    .center([lon, lat])
    .radius(radiusKm[precision] / kmPerDegree)();
  const tones = new Set(events.map(toneOf));
  const [only] = tones;
  const tone = tones.size === 1 && only ? only : 'disputed';
  const radius = radiusOf(place) / scale;
  const label = words.events.at({ place: name, n: events.length });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no element for a button
    <g
      className={`place tone-${tone}${isOpen ? ' place-open' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={isOpen}
      onClick={() => onOpen(place.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(place.id);
      }}
    >
      <title>{words.events.at({ place: placeInWords(place), n: events.length })}</title>
      <path d={path(vague) ?? ''} className="place-vague" vectorEffect="non-scaling-stroke" />
      <circle cx={x} cy={y} r={radius} className="place-dot" vectorEffect="non-scaling-stroke" />
    </g>
  );
};
