// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paintwatch.h"
#include "samplefigures.h"

#include <charts/figurelayout.h>
#include <charts/figurerenderer.h>
#include <charts/shapedrawing.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Decayscope;

namespace {

constexpr double unitsPerPoint = 20;
constexpr double unitsPerInch = 72 * unitsPerPoint;

FigureLook paper(double width, double height)
{
    FigureLook look{.width = width, .height = height};
    look.font = QStringLiteral("TeX Gyre Termes");
    return look;
}

QSizeF sizeOf(const FigureLook &look)
{
    return QSizeF(look.width, look.height) * unitsPerInch;
}

std::vector<FigureSpec> standardFigures()
{
    return {Test::curves(1), Test::curves(3), Test::curves(10), Test::forest(), Test::stacked(), Test::dots(),
        Test::slope(3), Test::slope(10), Test::smallMultiples(3), Test::smallMultiples(10), Test::tokens(),
        Test::heat(16, 6), Test::scatter()};
}

QString nameOf(const FigureSpec &spec)
{
    return QStringLiteral("%1-%2x%3").arg(spec.name).arg(spec.panels.size()).arg(spec.series.size());
}

QStringList allMissed(const FigureLayout &layout)
{
    const auto drawing = makeShapeDrawing(layout);
    QStringList missed;
    const auto &all = layout.spec().series;
    for (std::size_t s = 0; s < all.size(); ++s) {
        for (std::size_t p = 0; p < all[s].points.size(); ++p) {
            if (layout.spec().shape == FigureShape::Stacked && all[s].points[p].y <= 0)
                continue;
            if (drawing->hit(drawing->outline({s, p}).boundingRect().center(), 3) != FigureCursor{s, p})
                missed << QStringLiteral("%1: %2, %3").arg(nameOf(layout.spec())).arg(s).arg(p);
        }
    }
    return missed;
}

void keep(const FigureSpec &spec, const FigureLook &look, const QString &name)
{
    const auto folder = qEnvironmentVariable("DECAYSCOPE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    constexpr double dots = 200;
    QImage image((QSizeF(look.width, look.height) * dots).toSize(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    renderFigure(painter, image.rect(), spec, ChartStyle::ofLook(look, dots / 72));
    painter.end();
    QVERIFY(image.save(folder % u"/paper-" % name % u".png"));
}

} // namespace

class TestFigureLayout : public QObject
{
    Q_OBJECT

private slots:
    void textsNeitherOverlapNorLeaveThePaper_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("column") << 3.25;
        QTest::newRow("page") << 5.5;
    }

    void textsNeitherOverlapNorLeaveThePaper()
    {
        QFETCH(const double, width);
        QStringList found;
        for (const auto &spec : standardFigures()) {
            const bool isTall = spec.shape == FigureShape::Heat || spec.panels.size() > 4;
            const auto look = paper(width, isTall ? width * 0.9 : width * 0.62);
            Test::PaintWatch watch(sizeOf(look).toSize());
            QPainter painter(&watch);
            renderFigure(painter, QRectF(QPointF(), sizeOf(look)), spec, ChartStyle::ofLook(look, unitsPerPoint));
            painter.end();
            for (const auto &text : watch.overlappingTexts())
                found << QString(nameOf(spec) % u": " % text);
            for (const auto &text : watch.textsOutside())
                found << QString(nameOf(spec) % u" cut: " % text);
            QVERIFY(!watch.texts().empty());
            keep(spec, look, QStringLiteral("%1-%2in").arg(nameOf(spec)).arg(width));
        }
        QCOMPARE(found.join(u'\n'), QString());
    }

    void everyMarkIsFound()
    {
        QStringList missed;
        for (const auto &spec : {Test::curves(1), Test::forest(), Test::stacked(), Test::dots(),
                 Test::smallMultiples(5), Test::tokens(), Test::heat(80, 10)})
            missed += allMissed(FigureLayout(spec, ChartStyle::of({}, QFont()), QSizeF(900, 600)));
        QCOMPARE(missed, QStringList());
    }

    void panelsShareSizesAndAxes()
    {
        const auto spec = Test::smallMultiples(7);
        const FigureLayout layout(spec, ChartStyle::of({}, QFont()), QSizeF(900, 420));
        QStringList seen;
        const auto &first = layout.panels().front();
        for (const auto &frame : layout.panels()) {
            QCOMPARE(frame.x, first.x);
            QCOMPARE(frame.y, first.y);
            QCOMPARE_LE(std::abs(frame.plot.width() - first.plot.width()), 1e-9);
            QCOMPARE_LE(std::abs(frame.plot.height() - first.plot.height()), 1e-9);
            QVERIFY(layout.bounds().contains(frame.plot));
            seen << QStringLiteral("%1%2%3").arg(frame.title.section(u' ', 0, 0),
                frame.hasValueLabels ? QStringLiteral(" values") : QString(),
                frame.hasCategoryLabels ? QStringLiteral(" categories") : QString());
        }
        QCOMPARE(seen,
            QStringList(
                {QStringLiteral("GPT-5-mini values"), QStringLiteral("Qwen3-Coder-Next"), QStringLiteral("Qwen3-235B"),
                    QStringLiteral("MiniMax-M2.5 categories"), QStringLiteral("Kimi-K2.5 values categories"),
                    QStringLiteral("GPT-5.2 categories"), QStringLiteral("GPT-5-mini categories")}));
        QCOMPARE(&layout.frameOf(5), &layout.panels()[2]);
        QCOMPARE(layout.names().size(), std::size_t{2});
    }

    void panelsNameTheirOnlySeries()
    {
        auto spec = Test::curves(3);
        spec.references.clear();
        for (int i = 0; i < 3; ++i) {
            spec.panels << spec.series[static_cast<std::size_t>(i)].name;
            spec.series[static_cast<std::size_t>(i)].panel = i;
        }
        const FigureLayout layout(spec, ChartStyle::of({}, QFont()), QSizeF(900, 300));
        QCOMPARE(layout.names().size(), std::size_t{0});
    }

    void namesTakeAThirdOfTheWidthAtMost()
    {
        const auto spec = Test::curves(10);
        const auto narrow = paper(3.25, 2.4);
        const FigureLayout column(spec, ChartStyle::ofLook(narrow, unitsPerPoint), sizeOf(narrow));
        QVERIFY(column.names().front().sample.has_value());
        QVERIFY(column.names().front().rect.top() > column.plot().bottom());
        for (const auto &place : column.names())
            QCOMPARE_GE(place.text.size(), column.signs()[place.sign].name.size() * 3 / 5);
        const auto wide = paper(7, 4);
        const FigureLayout page(spec, ChartStyle::ofLook(wide, unitsPerPoint), sizeOf(wide));
        QVERIFY(page.names().back().anchor.has_value());
        auto hidden = paper(7, 4);
        hidden.names = SeriesNames::Hidden;
        QCOMPARE(FigureLayout(spec, ChartStyle::ofLook(hidden, unitsPerPoint), sizeOf(hidden)).names().size(),
            std::size_t{0});
    }

    void dodgedMarksStandInTheirCategory()
    {
        const auto spec = Test::dots();
        const FigureLayout layout(spec, ChartStyle::of({}, QFont()), QSizeF(900, 420));
        QStringList seen;
        for (std::size_t s = 0; s < spec.series.size(); ++s)
            seen << QString::number(layout.seriesOffset(s), 'f', 2);
        QCOMPARE(seen, QStringList({QStringLiteral("-0.24"), QStringLiteral("0.00"), QStringLiteral("0.24")}));
    }

    void curvesMoveAsideForBarsOnly()
    {
        const auto spec = Test::curves(3);
        auto look = paper(5.5, 3.4);
        const auto offset
            = [&] { return FigureLayout(spec, ChartStyle::ofLook(look, unitsPerPoint), sizeOf(look)).seriesOffset(0); };
        QCOMPARE(offset(), 0.0);
        look.intervals = IntervalDrawing::Bars;
        QCOMPARE(offset(), -0.04);
    }

    void longCategoriesAreWrappedThenSlanted()
    {
        const auto style = ChartStyle::of({}, QFont());
        FigureAxis axis{.categories = {QStringLiteral("GPT-5-mini · Mini-SWE"), QStringLiteral("L0")},
            .subLabels = {QStringLiteral("n = 8")}};
        const double width = QFontMetricsF(style.tickFont).horizontalAdvance(axis.categories[0]);
        const auto form = [&](double slot) { return CategoryLabels(axis, style, slot, 100).form(); };
        QCOMPARE(form(width * 1.2), CategoryLabels::Form::Plain);
        QCOMPARE(form(width * 0.7), CategoryLabels::Form::Wrapped);
        QCOMPARE(form(width * 0.2), CategoryLabels::Form::Slanted);
        QCOMPARE(wrappedText(QStringLiteral("Clean Architecture"), QFontMetricsF(style.tickFont),
                     QFontMetricsF(style.tickFont).horizontalAdvance(QStringLiteral("Architecture")), 2),
            QStringList({QStringLiteral("Clean"), QStringLiteral("Architecture")}));
        const QFontMetricsF metrics(style.tickFont);
        const auto cut = cutText(QStringLiteral("Clean Architecture and more of it"), metrics,
            metrics.horizontalAdvance(QStringLiteral("Architecture")), 2);
        QCOMPARE(cut.size(), 2);
        QCOMPARE(cut[0], QStringLiteral("Clean"));
        QVERIFY(cut[1].startsWith(u"Archi") && cut[1].endsWith(u'…'));
        QVERIFY(!cutText(QStringLiteral("x"), metrics, 0, 2).isEmpty());
        QCOMPARE(shortCount(QStringLiteral("n = 8"), true), QStringLiteral("n=8"));
        QCOMPARE(shortCount(QStringLiteral("n = 4–24 tasks"), false), QStringLiteral("4–24"));
    }

    void oddFiguresAreDrawn_data()
    {
        QTest::addColumn<int>("shape");
        for (int shape = 0; shape <= static_cast<int>(FigureShape::Lattice); ++shape)
            QTest::addRow("shape %d", shape) << shape;
    }

    void oddFiguresAreDrawn()
    {
        QFETCH(const int, shape);
        FigureSpec empty{.shape = static_cast<FigureShape>(shape)};
        auto strange = Test::curves(3);
        strange.shape = static_cast<FigureShape>(shape);
        strange.series[0].panel = -4;
        strange.series[1].panel = 99;
        strange.series[1].points.clear();
        strange.series[2].points[0].y = std::nan("");
        strange.series[2].points[1].low = -1e300;
        strange.series[2].points[1].high = 1e300;
        auto flat = Test::curves(1);
        flat.shape = static_cast<FigureShape>(shape);
        flat.y.minimum = flat.y.maximum = 50;
        flat.x.categories = {QStringLiteral("L0")};
        auto many = empty;
        many.panels = QStringList(40, QStringLiteral("A panel"));
        for (const auto &spec : {empty, strange, flat, many}) {
            for (const QSize size : {QSize(1, 1), QSize(60, 400), QSize(700, 30), QSize(640, 480)}) {
                QImage image(size, QImage::Format_ARGB32);
                QPainter painter(&image);
                renderFigure(painter, image.rect(), spec, ChartStyle::of({}, QFont()));
                QVERIFY(painter.end());
            }
        }
    }
};

QTEST_MAIN(TestFigureLayout)
#include "tst_figurelayout.moc"
