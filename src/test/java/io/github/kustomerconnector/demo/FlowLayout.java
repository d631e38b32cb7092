package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;

/**
 * Draws elements from left to right, each with its incoming flow. The id of that flow is {@code to-} and the
 * element's id.
 */
final class FlowLayout {
    private static final double GAP = 50;
    private static final double EVENT = 36;
    private static final double GATEWAY = 50;
    private static final double TASK = 100;

    private final Diagram diagram;
    private final double y;
    private double end;

    /** Starts with an event. */
    FlowLayout(Diagram diagram, String start, Point centre, double nameWidth) {
        this.diagram = diagram;
        this.y = centre.y();
        diagram.event(start, centre, below(centre.x(), nameWidth));
        end = centre.x() + EVENT / 2;
    }

    FlowLayout task(String id) {
        diagram.task(id, new Point(next(id, TASK, GAP), y));
        return this;
    }

    /** Adds an event with its name below it. */
    FlowLayout event(String id, double nameWidth) {
        double x = next(id, EVENT, GAP);
        diagram.event(id, new Point(x, y), below(x, nameWidth));
        return this;
    }

    /** Adds a gateway with its name above it, because a flow may leave below. */
    FlowLayout gateway(String id, double nameWidth) {
        double x = next(id, GATEWAY, GAP);
        diagram.gateway(id, new Point(x, y), new Box(new Point(x, y - 46), nameWidth, 27));
        return this;
    }

    /** Adds a task {@code below} the line, between the last gateway and the joining gateway. */
    FlowLayout detour(String id, double below, String join) {
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

    /** The centre of the last element, if it is an event. */
    Point last() {
        return new Point(end - EVENT / 2, y);
    }

    /**
     * Draws the flow to the next element.
     *
     * @return the x coordinate of the element's centre
     */
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
