// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <charts/axisticks.h>
#include <charts/panelgrid.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace Decayscope;

namespace {

QStringList printed(const AxisScale &scale, CellKind kind, int most = 5)
{
    const auto ticks = axisTicks(scale, most);
    QStringList texts;
    for (const double tick : ticks)
        texts << tickText(tick, ticks, kind);
    return texts;
}

QString printed(PanelGrid grid)
{
    return QStringLiteral("%1 × %2").arg(grid.columns).arg(grid.rows);
}

} // namespace

class TestAxisTicks : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreRound()
    {
        QCOMPARE(roundStep(100, 5), 20.0);
        QCOMPARE(roundStep(40, 6), 10.0);
        QCOMPARE(roundStep(0.7, 5), 0.2);
        QCOMPARE(roundStep(0, 5), 1.0);
        QCOMPARE(roundStep(std::numeric_limits<double>::infinity(), 5), 1.0);
    }

    void ticksAreReadAsTheirKind()
    {
        QCOMPARE(printed({.low = 0, .high = 100}, CellKind::Percent), QStringLiteral("0 20 40 60 80 100").split(u' '));
        QCOMPARE(printed({.low = -30, .high = 12}, CellKind::Points), QStringLiteral("−30 −20 −10 0 +10").split(u' '));
        QCOMPARE(printed({.low = 0, .high = 1}, CellKind::Coefficient),
            QStringLiteral("0.0 0.2 0.4 0.6 0.8 1.0").split(u' '));
        QCOMPARE(printed({.low = 0, .high = 20'000}, CellKind::Count), QStringLiteral("0 5k 10k 15k 20k").split(u' '));
        QCOMPARE(printed({.low = 0, .high = 1'200'000}, CellKind::Number, 6),
            QStringLiteral("0 200k 400k 600k 800k 1M 1.2M").split(u' '));
        QCOMPARE(printed({.low = 40, .high = 43}, CellKind::Percent, 3), QStringLiteral("40 41 42 43").split(u' '));
    }

    void logarithmicTicksAreOneTwoFive()
    {
        const AxisScale decades{.low = 30, .high = 3'000, .isLogarithmic = true};
        QCOMPARE(printed(decades, CellKind::Number, 8), QStringLiteral("50 100 200 500 1,000 2,000").split(u' '));
        QCOMPARE(printed(decades, CellKind::Number, 4), QStringLiteral("100 1,000").split(u' '));
        const AxisScale wide{.low = 1, .high = 1e12, .isLogarithmic = true};
        QCOMPARE(printed(wide, CellKind::Number, 5), QStringLiteral("1 1k 1M 1G 1,000G").split(u' '));
        const AxisScale narrow{.low = 11, .high = 19, .isLogarithmic = true};
        QCOMPARE(printed(narrow, CellKind::Number, 5), QStringLiteral("12 14 16 18").split(u' '));
        QCOMPARE_LE(std::abs(decades.valueAt(decades.shareOf(300)) - 300.0), 1e-9);
        QCOMPARE(decades.shareOf(300), 0.5);
    }

    void oddScalesHaveFewTicks()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(axisTicks({.low = 0, .high = infinity}, 5).size(), std::size_t{0});
        QCOMPARE(axisTicks({.low = 5, .high = 5}, 5).size(), std::size_t{0});
        QCOMPARE(axisTicks({.low = 5, .high = std::numeric_limits<double>::quiet_NaN()}, 5).size(), std::size_t{0});
        QCOMPARE_LE(axisTicks({.low = 1e16, .high = 1e16 + 2}, 5).size(), std::size_t{6});
        QCOMPARE_LE(axisTicks({.low = 1e-300, .high = 1e300, .isLogarithmic = true}, 5).size(), std::size_t{7});
        QCOMPARE_LE(axisTicks({.low = -1e308, .high = 1e308}, 5).size(), std::size_t{6});
    }

    void valuesBesideMarks()
    {
        QCOMPARE(valueText(51.66, CellKind::Percent), QStringLiteral("51.7"));
        QCOMPARE(valueText(-9.14, CellKind::Points), QStringLiteral("−9.1"));
        QCOMPARE(valueText(9.16, CellKind::Points), QStringLiteral("+9.2"));
        QCOMPARE(valueText(0.9753, CellKind::Coefficient), QStringLiteral("0.975"));
    }

    void panelsStandAsSquareAsTheSizeWants()
    {
        QCOMPARE(printed(panelGrid(1, {500, 300}, 1.3)), QStringLiteral("1 × 1"));
        QCOMPARE(printed(panelGrid(4, {500, 400}, 1.3)), QStringLiteral("2 × 2"));
        QCOMPARE(printed(panelGrid(8, {900, 400}, 1.3)), QStringLiteral("4 × 2"));
        QCOMPARE(printed(panelGrid(10, {700, 400}, 1.3)), QStringLiteral("4 × 3"));
        QCOMPARE(printed(panelGrid(10, {200, 900}, 1.3)), QStringLiteral("1 × 10"));
    }
};

QTEST_GUILESS_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
