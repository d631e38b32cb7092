package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;

/**
 * Draws elements one after the other, from left to right, each with the flow that leads to it, whose id is {@code to-} and the
 * element's.
 */
final class Line {
    private static final double GAP = 50;
    private static final double EVENT = 36;
    private static final double GATEWAY = 50;
    private static final double TASK = 100;

    private final Diagram diagram;
    private final double y;
    private double end;

    /** A line that starts with an event. */
    Line(Diagram diagram, String start, Point centre, double nameWidth) {
        this.diagram = diagram;
        this.y = centre.y();
        diagram.event(start, centre, below(centre.x(), nameWidth));
        end = centre.x() + EVENT / 2;
    }

    Line task(String id) {
        diagram.task(id, new Point(next(id, TASK, GAP), y));
        return this;
    }

    /** An event with its name below it. */
    Line event(String id, double nameWidth) {
        double x = next(id, EVENT, GAP);
        diagram.event(id, new Point(x, y), below(x, nameWidth));
        return this;
    }

    /** A gateway with its name above it, since a way may leave below. */
    Line gateway(String id, double nameWidth) {
        double x = next(id, GATEWAY, GAP);
        diagram.gateway(id, new Point(x, y), new Box(new Point(x, y - 46), nameWidth, 27));
        return this;
    }

    /** A task off the line, {@code below} it, on the way between the gateway that was drawn last and the one that follows. */
    Line detour(String id, double below, String join) {
        double open = end - GATEWAY / 2;
        double task = end + GAP + TASK / 2;
        double joined = next(join, GATEWAY, 2 * GAP + TASK);
        diagram.task(id, new Point(task, y + below));
        diagram.gateway(join, new Point(joined, y));
        diagram.flow(
                "to-" + id,
                new Point(open, y + GATEWAY / 2),
                new Point(open, y + below),
                new Point(task - TASK / 2, y + below));
        diagram.flow(
                "from-" + id,
                new Point(task + TASK / 2, y + below),
                new Point(joined, y + below),
                new Point(joined, y + GATEWAY / 2));
        diagram.flowName("to-" + id, new Box(new Point(open + 14, y + 44), 14, 14));
        diagram.flowName("to-" + join, new Box(new Point(open + 45, y - 14), 20, 14));
        return this;
    }

    /** Draws the flow to the next element and yields the element's centre. */
    private double next(String id, double width, double gap) {
        double begin = end + gap;
        diagram.flow("to-" + id, new Point(end, y), new Point(begin, y));
        end = begin + width;
        return begin + width / 2;
    }

    private Box below(double x, double nameWidth) {
        return new Box(new Point(x, y + 38), nameWidth, 27);
    }
}
