// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <stats/lattice.h>

#include <cmath>

namespace Decayscope {

namespace {

constexpr double colorStep = 10;

/// Where the ten variants stand, by their places; rows are levels.
constexpr std::array<double, 10> columns{0, -1, 0, 1, -1.5, -0.5, 0.5, 1.5, -1, 1};
constexpr double margin = 0.6;

QString nameOf(std::size_t place)
{
    return QString::fromUtf8(latticeVariants().at(place).name);
}

QPointF positionOf(std::size_t place)
{
    return {columns.at(place), static_cast<double>(latticeVariants().at(place).constraints.size())};
}

QString edgeName(const LatticeEdge &edge)
{
    return nameOf(edge.from) % u" → " % nameOf(edge.to);
}

/// "Clean Architecture", "SQLAlchemy or Sequelize": what the pairs of an edge have added.
QString addedBy(const LatticeEdge &edge)
{
    std::set<Constraint> constraints;
    for (const auto &pair : edge.pairs)
        constraints.insert(pair.constraint);
    QStringList names;
    for (const auto constraint : constraints)
        names << constraintTitle(constraint);
    return names.join(u" or ");
}

QString detailOf(const LatticeEdge &edge)
{
    const auto &[effect, deviation, error, sums] = edge.difference;
    QStringList sentences{QStringLiteral("%1 added (%2): mean %3 percentage points over %4%5.")
            .arg(addedBy(edge), edgeName(edge), pointsWords(effect.mean), countedWords(effect.n, u"pair"),
                error ? QStringLiteral(", SEM %1").arg(*error, 0, 'f', 1) : QString())};
    if (effect.low && effect.high) {
        sentences << QStringLiteral("95 % interval %1 to %2, %3 clusters.")
                         .arg(pointsWords(*effect.low), pointsWords(*effect.high))
                         .arg(effect.clusters);
    }
    return sentences.join(u' ');
}

QString detailOf(const LatticeNode &node, std::size_t place)
{
    const auto constraints = latticeVariants().at(place).constraints;
    QStringList names;
    for (const auto constraint : constraints.toVector())
        names << (constraint == Constraint::SqlAlchemy ? QStringLiteral("an ORM") : constraintTitle(constraint));
    return QStringLiteral("%1 (%2): A% %3, pass@1 %4 over %5 of configurations on tasks (%6). %7")
        .arg(nameOf(place), names.isEmpty() ? QStringLiteral("no constraint") : names.join(u", "),
            percentWords(node.assertions->mean), percentWords(node.passAt1->mean),
            countedWords(node.assertions->n, u"score"), countedWords(node.runs, u"run"),
            frameworksInterval(*node.assertions));
}

FigurePoint pointOf(const LatticeNode &node, std::size_t place, const TableContext &context)
{
    const auto at = positionOf(place);
    FigurePoint point{.x = at.x(), .y = at.y()};
    point.low = node.assertions->low;
    point.high = node.assertions->high;
    point.value = node.assertions->mean;
    point.name = nameOf(place);
    point.text = point.name % u'\n' % QString::number(node.assertions->mean, 'f', 0);
    point.n = node.assertions->n;
    point.detail = detailOf(node, place);
    point.runs = context.runsOf({.only = node.behind});
    return point;
}

FigurePoint pointOf(const LatticeEdge &edge, const TableContext &context)
{
    const auto from = positionOf(edge.from);
    const auto &effect = edge.difference.effect;
    FigurePoint point{.x = from.x(), .y = from.y()};
    point.end = positionOf(edge.to);
    point.low = effect.low;
    point.high = effect.high;
    point.value = effect.mean;
    point.name = edgeName(edge);
    point.text = pointsWords(effect.mean);
    point.n = effect.n;
    point.detail = detailOf(edge);
    point.runs = context.runsOf({.only = edge.behind});
    return point;
}

/// What edges of one kind add, and how its series is drawn.
struct EdgeKind
{
    const char *name;
    LineStyle line;
};

constexpr std::array edgeKinds{EdgeKind{"Clean Architecture", LineStyle::Solid}, EdgeKind{"SQLite", LineStyle::Dash},
    EdgeKind{"PostgreSQL", LineStyle::Dot}, EdgeKind{"ORM", LineStyle::DashDot}};

std::size_t kindOfEdge(const LatticeEdge &edge)
{
    const auto &variants = latticeVariants();
    for (std::size_t kind = 0; kind < 3; ++kind) {
        constexpr std::array added{Constraint::CleanArchitecture, Constraint::Sqlite, Constraint::Postgres};
        if (variants.at(edge.from).constraints.with(added.at(kind)) == variants.at(edge.to).constraints)
            return kind;
    }
    return edgeKinds.size() - 1;
}

/// Adds a panel's edges, a series a constraint, and its nodes.
void addLattice(FigureSpec &figure, const ConstraintLattice &lattice, const TableContext &context, int panel)
{
    std::array<FigureSeries, edgeKinds.size()> edges;
    for (std::size_t kind = 0; kind < edges.size(); ++kind) {
        const auto sign = static_cast<int>(kind);
        edges.at(kind) = {.name = QString::fromLatin1(edgeKinds.at(kind).name),
            .color = sign,
            .line = edgeKinds.at(kind).line,
            .marker = sign,
            .joined = false,
            .panel = panel,
            .points = {}};
    }
    FigureSeries nodes{.name = QStringLiteral("Variants"), .joined = false, .panel = panel, .points = {}};
    for (const auto &edge : lattice.edges) {
        if (!edge.pairs.empty())
            edges.at(kindOfEdge(edge)).points.push_back(pointOf(edge, context));
    }
    for (std::size_t place = 0; place < lattice.nodes.size(); ++place) {
        if (lattice.nodes.at(place).assertions)
            nodes.points.push_back(pointOf(lattice.nodes.at(place), place, context));
    }
    std::ranges::move(edges, std::back_inserter(figure.series));
    figure.series.push_back(std::move(nodes));
}

/// Two hues around 0 that end at the greatest difference, in steps of ten.
FigureColorScale differenceColors(const FigureSpec &figure)
{
    double greatest = colorStep;
    for (const auto &series : figure.series) {
        for (const auto &point : series.points) {
            if (point.end)
                greatest = std::max(greatest, std::abs(*point.value));
        }
    }
    const auto end = colorStep * std::ceil(greatest / colorStep);
    return {.title = QStringLiteral("ΔA% in percentage points"),
        .minimum = -end,
        .maximum = end,
        .diverging = true,
        .kind = CellKind::Points};
}

QString inWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        QStringList values;
        for (const auto &point : series.points)
            values << point.name % u' ' % (point.end ? pointsWords(*point.value) : percentWords(*point.value));
        if (!values.isEmpty())
            sentences << seriesHeading(figure, series) % values.join(u", ") % u'.';
    }
    return sentences.join(u' ');
}

QStringList latticeNotes(ScoreMode mode, int otherTasks)
{
    QStringList notes{assertionsNote(mode),
        QStringLiteral("A: Clean Architecture, S: SQLite, P: PostgreSQL, O: an ORM (SQLAlchemy or Sequelize), none: no "
                       "constraint; AS has A and S."),
        QStringLiteral("A node is the mean of a variant over configurations and tasks; an edge is the mean difference "
                       "between tasks with one constraint more and their siblings, as pairs of one configuration and "
                       "one framework."),
        QStringLiteral("A database that an ORM needs cannot be removed alone, so a framework has 13 edges; the pairs "
                       "of a constraint's edges together give its marginal effect.")};
    if (otherTasks > 0)
        notes << QStringLiteral("Not shown: %1 of other variants.").arg(countedWords(otherTasks, u"score"));
    return notes;
}

} // namespace

Result<FigureSpec> latticeFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const TableContext context(study, contextOptions(request));
    auto figure = startedFigure(u"lattice", FigureShape::Lattice);
    const auto parts = figureParts(context, request.facet);
    addPanels(figure, parts);
    int otherTasks = 0;
    for (std::size_t panel = 0; panel < parts.size(); ++panel) {
        const auto lattice = constraintLattice(parts[panel].runs, request.mode);
        otherTasks += lattice.otherTasks;
        addLattice(figure, lattice, context, static_cast<int>(panel));
    }
    const auto [left, right] = std::ranges::minmax(columns);
    figure.x = {.title = {}, .minimum = left - margin, .maximum = right + margin, .kind = CellKind::Number};
    figure.y = levelAxis();
    figure.color = differenceColors(figure);
    figure.nodeColor = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    figure.card = {.estimator = u"mean paired differences of A% (edges) and "
            % assertionsEstimator(request.mode, request.verifiers) % u" of all configurations (nodes)",
        .interval = QStringLiteral("95 % cluster-robust intervals with t(G − 1), clusters = pairs of tasks (edges) and "
                                   "frameworks (nodes)"),
        .unit = QStringLiteral("pairs or scores")};
    figure.notes << latticeNotes(request.mode, otherTasks);
    figure.summary = inWords(figure);
    finishFigure(figure, context);
    return figure;
}

} // namespace Decayscope
