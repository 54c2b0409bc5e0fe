import { useSuspenseQuery } from '@tanstack/react-query';
import { geoCircle, geoEqualEarth, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { MultiPoint } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlineAddress from 'world-atlas/countries-50m.json?url';
import { type PlaceWithEvents, radiusKm } from '../places.ts';
import { words } from '../words.ts';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Natural Earth's outline (public domain), as the package world-atlas holds it; our own file, no tiles. */
const outlineQuery = {
  queryKey: ['outline'],
  queryFn: async (): Promise<World> => (await fetch(outlineAddress)).json(),
  staleTime: Number.POSITIVE_INFINITY,
};

/** The picture's own units; it scales to its frame. */
const width = 960;
const height = 520;
const kmPerDegree = 111.2;
const zoomStep = 1.6;

/** How near the first view may come: a single town still shows its country. */
const nearest = 12;

interface WorldMapProps {
  places: readonly PlaceWithEvents[];
  /** Gazetteer id of the place that is open. */
  open: string | undefined;
  onOpen: (place: string) => void;
}

/** The part of the world that holds all places, as a zoom. */
const around = (places: readonly PlaceWithEvents[], path: ReturnType<typeof geoPath>): ZoomTransform => {
  const points: MultiPoint = { type: 'MultiPoint', coordinates: places.map(({ lon, lat }) => [lon, lat]) };
  const [[left, top], [right, bottom]] = path.bounds(points);
  const scale = Math.min(nearest, 0.7 / Math.max((right - left) / width, (bottom - top) / height, 1e-6));
  return zoomIdentity
    .translate(width / 2, height / 2)
    .scale(Math.max(1, scale))
    .translate(-(left + right) / 2, -(top + bottom) / 2);
};

/** The world's outline with a circle a place, as wide as the place is vague; a press opens what was reported there. */
export const WorldMap = ({ places, open, onOpen }: WorldMapProps) => {
  const { data: world } = useSuspenseQuery(outlineQuery);
  const svg = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null);
  const { outlines, path } = useMemo(() => {
    const projection = geoEqualEarth().fitSize([width, height], { type: 'Sphere' });
    const path = geoPath(projection);
    const countries = feature(world, world.objects.countries).features;
    return { path, outlines: countries.map((country) => path(country) ?? '') };
  }, [world]);
  const [view, setView] = useState<ZoomTransform>(() => around(places, path));
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const moved = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, 60])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .filter((event: Event) => event.type !== 'wheel' || (event as WheelEvent).ctrlKey)
      .on('zoom', ({ transform }: { transform: ZoomTransform }) => setView(transform));
    behaviour.current = moved;
    const selected = select(element).call(moved);
    moved.transform(selected, around(places, path));
    return () => {
      selected.on('.zoom', null);
    };
  }, [places, path]);
  const scaleBy = (factor: number) => {
    if (svg.current) behaviour.current?.scaleBy(select(svg.current), factor);
  };
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element for a group */}
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMidYMid slice"
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
      </svg>
      <div className="map-buttons">
        <button type="button" aria-label={words.events.zoomIn} onClick={() => scaleBy(zoomStep)}>
          +
        </button>
        <button type="button" aria-label={words.events.zoomOut} onClick={() => scaleBy(1 / zoomStep)}>
          −
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
  const breach = events.filter(({ bearing }) => bearing === 'breach').length;
  const tone = breach === events.length ? 'breach' : breach === 0 ? 'performance' : 'disputed';
  const radius = (4 + 2.5 * Math.log2(1 + events.length)) / scale;
  const label = words.events.at(name, events.length);
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
      <title>{`${label} (${words.events.precision[precision]})`}</title>
      <path d={path(vague) ?? ''} className="place-vague" vectorEffect="non-scaling-stroke" />
      <circle cx={x} cy={y} r={radius} className="place-dot" vectorEffect="non-scaling-stroke" />
      {(isOpen || events.length > 2) && (
        <text x={x + radius + 3 / scale} y={y} className="place-name" fontSize={12 / scale} dy="0.35em">
          {name}
        </text>
      )}
    </g>
  );
};
