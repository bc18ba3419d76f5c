// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleshapes.h"

#include <charts/colorbar.h>
#include <charts/colorkey.h>
#include <charts/colorscale.h>
#include <charts/colorvision.h>
#include <charts/figurelayout.h>
#include <charts/figurerenderer.h>
#include <charts/heatdrawing.h>
#include <charts/latticedrawing.h>
#include <charts/latticeplaces.h>
#include <charts/scatterdrawing.h>
#include <charts/scatterlabels.h>

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF screen(900, 560);

ChartStyle screenStyle(bool isDark = false)
{
    QPalette palette;
    palette.setColor(QPalette::Base, isDark ? QColor(0x1e, 0x20, 0x24) : QColor(Qt::white));
    palette.setColor(QPalette::Window, isDark ? QColor(0x26, 0x29, 0x2e) : QColor(0xf4, 0xf4, 0xf4));
    palette.setColor(QPalette::Text, isDark ? QColor(0xe6, 0xe8, 0xea) : QColor(0x1c, 0x1e, 0x21));
    palette.setColor(QPalette::WindowText, palette.color(QPalette::Text));
    return ChartStyle::of(palette, QFont(u"Inter"_s, 10));
}

FigureLook paperLook(double width, double height)
{
    FigureLook look;
    look.width = width;
    look.height = height;
    look.font = u"TeX Gyre Termes"_s;
    return look;
}

QImage rendered(const FigureSpec &spec, QSizeF size, const ChartStyle &style)
{
    QImage image(size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    renderFigure(painter, QRectF(QPointF(), size), spec, style);
    return image;
}

/// At 200 dots an inch.
QImage printed(const FigureSpec &spec, const FigureLook &look)
{
    constexpr double dots = 200;
    return rendered(spec, QSizeF(look.width, look.height) * dots, ChartStyle::ofLook(look, dots / 72));
}

void keep(const QImage &image, const QString &name)
{
    if (const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS"); !folder.isEmpty())
        QVERIFY(image.save(folder % u"/shapes-" % name % u".png"));
}

QString printed(FigureCursor cursor)
{
    return u"%1/%2"_s.arg(cursor.series).arg(cursor.point);
}

/// All points of a figure.
std::vector<FigureCursor> cursorsOf(const FigureSpec &spec)
{
    std::vector<FigureCursor> cursors;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        for (std::size_t p = 0; p < spec.series[s].points.size(); ++p)
            cursors.push_back({.series = s, .point = p});
    }
    return cursors;
}

/// Marks that are not found where they are drawn.
QStringList missed(const FigureLayout &layout, const ShapeDrawing &drawing, auto &&placeOf)
{
    QStringList missed;
    for (const auto cursor : cursorsOf(layout.spec())) {
        const auto hit = drawing.hit(placeOf(cursor), 8);
        if (!hit || *hit != cursor)
            missed << printed(cursor) % u" found "_s % (hit ? printed(*hit) : u"none"_s);
    }
    return missed;
}

/// Marks whose outline leaves the figure.
QStringList strayed(const FigureLayout &layout, const ShapeDrawing &drawing)
{
    QStringList strayed;
    for (const auto cursor : cursorsOf(layout.spec())) {
        const auto outline = drawing.outline(cursor).boundingRect();
        if (outline.isEmpty() || !layout.bounds().adjusted(-1, -1, 1, 1).contains(outline))
            strayed << printed(cursor);
    }
    return strayed;
}

/// Whether anything but the marks of its points is drawn outside the panels by `paint`.
int pixelsOutside(const FigureLayout &layout, const ShapeDrawing &drawing, double slack)
{
    QImage image(layout.bounds().size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawing.paintMarks(painter, {});
    painter.end();
    int outside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool isInside = std::ranges::any_of(layout.panels(), [&](const PanelFrame &frame) {
                return frame.plot.adjusted(-slack, -slack, slack, slack).contains(QPointF(x, y));
            });
            outside += !isInside && image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
        }
    }
    return outside;
}

/// A figure as all kinds of readers and papers see it.
void keepAll(const FigureSpec &spec, const QString &name, QSizeF size, double paperHeight, double wideHeight)
{
    if (!qEnvironmentVariableIsSet("DECAYSCOPE_SCREENSHOTS"))
        return;
    const auto light = rendered(spec, size, screenStyle());
    keep(light, name % u"-light");
    keep(rendered(spec, size, screenStyle(true)), name % u"-dark");
    keep(seenImage(light, ColorVision::Grey), name % u"-grey");
    keep(seenImage(light, ColorVision::Protan), name % u"-protan");
    keep(printed(spec, paperLook(3.25, paperHeight)), name % u"-paper");
    keep(printed(spec, paperLook(5.5, wideHeight)), name % u"-wide");
}

} // namespace

class TestShapes : public QObject
{
    Q_OBJECT

private slots:
    void picturesAreKept()
    {
        keepAll(Test::heatMap(80, 10), u"heat80"_s, QSizeF(900, 900), 7, 8);
        keepAll(Test::heatMap(16, 10), u"heat16"_s, screen, 3.4, 3.4);
        keepAll(Test::agreementMatrix(), u"agreement"_s, screen, 2.8, 3.2);
        keepAll(Test::lattice(1), u"lattice"_s, screen, 2.8, 3.4);
        keepAll(Test::lattice(1, true), u"lattice-dashes"_s, screen, 2.8, 3.4);
        keepAll(Test::lattice(8), u"lattice8"_s, QSizeF(1200, 800), 6, 5);
        keepAll(Test::scatter(3), u"scatter"_s, screen, 2.6, 3.4);
        keepAll(Test::scatter(6), u"scatter6"_s, screen, 2.8, 3.4);
    }

    void everyCellIsFound()
    {
        for (const auto size : {screen, QSizeF(1200, 900)}) {
            const auto spec = Test::heatMap(80, 10);
            const FigureLayout layout(spec, screenStyle(), size);
            const HeatDrawing drawing(layout);
            const auto inside = [&](FigureCursor cursor) { return drawing.cell(cursor).center(); };
            QCOMPARE(missed(layout, drawing, inside), QStringList());
            QCOMPARE(missed(layout, drawing,
                         [&](FigureCursor cursor) { return drawing.cell(cursor).topLeft() + QPointF(0.1, 0.1); }),
                QStringList());
            QCOMPARE(strayed(layout, drawing), QStringList());
            QVERIFY(!drawing.hit({-5, -5}, 100));
        }
    }

    void cellsThatAreMissingAreNotFound()
    {
        const auto spec = Test::heatMap(16, 10);
        const FigureLayout layout(spec, screenStyle(), screen);
        const HeatDrawing drawing(layout);
        QVERIFY(!drawing.hit(layout.panels().front().position(5, 0), 20)); // The sixth cell of the first row.
        QVERIFY(drawing.hit(layout.panels().front().position(4, 0), 20));
        QStringList signs;
        for (const auto &sample : colorKeySamples(spec))
            signs << sample.name;
        QCOMPARE(signs, QStringList({u"no data"_s, u"incomplete"_s}));
        QVERIFY(colorKeySamples(Test::agreementMatrix()).empty());
    }

    void cellsHaveTheColourOfTheirValue()
    {
        const auto spec = Test::heatMap(16, 10);
        for (const bool isDark : {false, true}) {
            const auto style = screenStyle(isDark);
            const FigureLayout layout(spec, style, screen);
            const HeatDrawing drawing(layout);
            const auto image = rendered(spec, screen, style);
            const ColorScale scale(spec.color, isDark);
            QStringList wrong;
            for (const auto cursor : cursorsOf(spec)) {
                const auto at = drawing.cell(cursor).bottomLeft() + QPointF(4, -4);
                const auto expected = scale.color(*spec.series[0].points[cursor.point].value);
                if (colorDifference(image.pixelColor(at.toPoint()), expected) > 2)
                    wrong << printed(cursor) % u' ' % image.pixelColor(at.toPoint()).name() % u' ' % expected.name();
            }
            QCOMPARE(wrong, QStringList());
        }
    }

    void everyNodeAndEdgeIsFound()
    {
        for (const int panels : {1, 8}) {
            const auto spec = Test::lattice(panels);
            const FigureLayout layout(spec, screenStyle(), QSizeF(1200, 800));
            const LatticeDrawing drawing(layout);
            const LatticePlaces places(layout);
            QCOMPARE(places.boxes().size(), std::size_t(10 * panels));
            QCOMPARE(places.arrows().size(), std::size_t(13 * panels));
            const auto middle = [&](FigureCursor cursor) {
                const auto *box = places.boxOf(cursor);
                return box ? box->rect.center() : places.arrowOf(cursor)->line.pointAt(0.85);
            };
            QCOMPARE(missed(layout, drawing, middle), QStringList());
            QCOMPARE(strayed(layout, drawing), QStringList());
            QCOMPARE(pixelsOutside(layout, drawing, 2), 0);
        }
    }

    void edgesLeadFromSideToSide()
    {
        const auto spec = Test::lattice(1);
        const FigureLayout layout(spec, screenStyle(), screen);
        const LatticePlaces places(layout);
        QStringList wrong;
        for (const auto &arrow : places.arrows()) {
            const auto touching = std::ranges::count_if(
                places.boxes(), [&](const LatticeBox &box) { return LatticePlaces::touches(arrow, box); });
            if (touching != 2 || arrow.line.dy() <= 0)
                wrong << printed(arrow.cursor);
        }
        QCOMPARE(wrong, QStringList());
        QVERIFY(places.widthOf(-31) > places.widthOf(8) * 1.5);
        QCOMPARE(places.widthOf(-8), places.widthOf(8));
    }

    void textsOfLatticesDoNotMeet()
    {
        const std::vector<std::pair<QSizeF, ChartStyle>> papers{{screen, screenStyle()},
            {QSizeF(3.25, 2.8) * 720, ChartStyle::ofLook(paperLook(3.25, 2.8), 10)},
            {QSizeF(5.5, 3.4) * 720, ChartStyle::ofLook(paperLook(5.5, 3.4), 10)}};
        for (const auto &[size, style] : papers) {
            const auto spec = Test::lattice(1);
            const FigureLayout layout(spec, style, size);
            const LatticePlaces places(layout);
            QStringList meeting;
            for (const auto &arrow : places.arrows()) {
                if (!arrow.text) {
                    meeting << printed(arrow.cursor) % u" has no room"_s;
                    continue;
                }
                for (const auto &other : places.arrows()) {
                    if (&other != &arrow && other.text && other.text->intersects(*arrow.text))
                        meeting << printed(arrow.cursor);
                }
                for (const auto &box : places.boxes()) {
                    if (box.rect.intersects(*arrow.text))
                        meeting << printed(arrow.cursor) % u" on a node"_s;
                }
            }
            QCOMPARE(meeting, QStringList());
            QCOMPARE(places.wordsOf(u"AS\n49"_s), QStringList({u"AS"_s, u"49"_s}));
        }
    }

    void keysNameDashesAndRises()
    {
        QStringList signs;
        for (const auto &sample : colorKeySamples(Test::lattice(8, true)))
            signs << sample.name;
        QCOMPARE(signs,
            QStringList(
                {u"incomplete"_s, u"rises"_s, u"Clean Architecture"_s, u"SQLite"_s, u"PostgreSQL"_s, u"ORM"_s}));
        const auto spec = Test::lattice(1, true);
        const auto style = screenStyle();
        const double wide = colorKeyThickness(spec, style, Qt::Horizontal, 1200);
        const double narrow = colorKeyThickness(spec, style, Qt::Horizontal, 300);
        QVERIFY(narrow > wide + 20);
        QVERIFY(wide < colorBarThickness(spec.color, style, Qt::Horizontal) + 2);
    }

    void everyPointOfAScatterIsFound()
    {
        const auto spec = Test::scatter(3);
        const FigureLayout layout(spec, screenStyle(), screen);
        const ScatterDrawing drawing(layout);
        QCOMPARE(missed(layout, drawing, [&](FigureCursor cursor) { return layout.position(cursor); }), QStringList());
        QCOMPARE(strayed(layout, drawing), QStringList());
        QCOMPARE(pixelsOutside(layout, drawing, layout.style().markerRadius + 3), 0);
    }

    void pointsOutsideThePanelAreNotDrawn()
    {
        const auto spec = Test::scatter(6);
        QVERIFY(spec.series.back().points.back().x < spec.x.minimum);
        const FigureLayout layout(spec, screenStyle(), screen);
        const ScatterDrawing drawing(layout);
        QCOMPARE(pixelsOutside(layout, drawing, layout.style().markerRadius + 3), 0);
        QVERIFY(!drawing.hit(layout.position({.series = 5, .point = 3}), 8));
    }

    void labelsOfPointsHideNothing()
    {
        const auto spec = Test::scatter(6);
        const auto style = ChartStyle::ofLook(paperLook(3.25, 2.8), 10);
        const FigureLayout layout(spec, style, QSizeF(3.25, 2.8) * 720);
        const auto labels = pointLabels(layout);
        QVERIFY2(labels.size() >= 12, qPrintable(QString::number(labels.size())));
        QStringList meeting;
        for (const auto &label : labels) {
            if (!layout.frameOf(label.cursor.series).plot.contains(label.rect))
                meeting << printed(label.cursor) % u" leaves its panel"_s;
            for (const auto cursor : cursorsOf(spec)) {
                if (label.rect.contains(layout.position(cursor)))
                    meeting << printed(label.cursor) % u" on "_s % printed(cursor);
            }
            for (const auto &other : labels) {
                if (&other != &label && other.rect.intersects(label.rect))
                    meeting << printed(label.cursor) % u" and "_s % printed(other.cursor);
            }
        }
        QCOMPARE(meeting, QStringList());
    }

    void smallLatticesSayLess()
    {
        const auto spec = Test::lattice(8);
        const FigureLayout layout(spec, ChartStyle::ofLook(paperLook(5.5, 5), 10), QSizeF(5.5, 5) * 720);
        const LatticePlaces places(layout);
        QCOMPARE(places.wordsOf(u"AS\n49"_s), QStringList(u"AS"_s));
        QVERIFY(
            std::ranges::none_of(places.arrows(), [](const LatticeArrow &arrow) { return arrow.text.has_value(); }));
    }

    void theSameIsPaintedTwice()
    {
        for (const auto &spec : {Test::heatMap(16, 10), Test::lattice(8, true), Test::scatter(6)})
            QCOMPARE(rendered(spec, screen, screenStyle()), rendered(spec, screen, screenStyle()));
    }

    void oddFiguresAreDrawnAllTheSame()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        for (auto spec : {Test::heatMap(3, 2), Test::lattice(1), Test::scatter(2)}) {
            for (const double odd : {nan, infinity, -infinity, 1e300, -1e9}) {
                auto &points = spec.series.front().points;
                points[0].x = odd;
                points[1].y = odd;
                points[2].value = odd;
                points[2].low = odd;
                points[2].xHigh = odd;
                if (points[3].end)
                    points[3].end = QPointF(odd, odd);
                spec.color.maximum = odd;
                for (const auto size : {QSizeF(300, 200), QSizeF(8, 8)}) {
                    rendered(spec, size, screenStyle());
                    const FigureLayout layout(spec, screenStyle(), size);
                    static_cast<void>(makeShapeDrawing(layout)->hit({5, 5}, 10));
                }
            }
            spec.series.clear();
            rendered(spec, screen, screenStyle());
        }
    }
};

QTEST_MAIN(TestShapes)
#include "tst_shapes.moc"
