// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <comparing/exactsignflip.h>
#include <stats/counterrandom.h>
#include <stats/permutation.h>

#include <QTest>

#include <cmath>

using namespace Decayscope;

class TestExactSignFlip : public QObject
{
    Q_OBJECT

private slots:
    void itIsThePermutationTest();
    void itCountsByHand();
    void manyValuesTakeNoDraws();
    void withoutCommonMultipleThereIsNoAnswer();
};

/// Against every pattern tried one by one.
void TestExactSignFlip::itIsThePermutationTest()
{
    CounterRandom random(7);
    for (int round = 0; round < 40; ++round) {
        std::vector<WholeDifference> whole;
        std::vector<double> sums;
        const auto count = random.below(13);
        for (quint64 i = 0; i < count; ++i) {
            const auto denominator = static_cast<qint64>(1 + random.below(4));
            const auto step = static_cast<double>(random.below(9)) - 4;
            whole.push_back({.value = step / static_cast<double>(denominator), .denominator = denominator});
            sums.push_back(whole.back().value);
        }
        const auto exact = exactSignFlipPValue(whole);
        QVERIFY(exact);
        QVERIFY2(std::abs(*exact - signFlipPValue(sums)) < 1e-12, qPrintable(QString::number(round)));
    }
}

void TestExactSignFlip::itCountsByHand()
{
    const auto p = [](std::initializer_list<double> values) {
        std::vector<WholeDifference> whole;
        for (const auto value : values)
            whole.push_back({.value = value, .denominator = 3});
        return exactSignFlipPValue(whole).value_or(-1);
    };
    QCOMPARE(p({}), 1.0);
    QCOMPARE(p({0, 0}), 1.0);
    QCOMPARE(p({1.0 / 3}), 1.0);
    QCOMPARE(p({1, 1, 1}), 0.25); // Two of eight patterns.
    QCOMPARE(p({1, 1.0 / 3, 0}), 0.5);
    QCOMPARE(p({1, -1.0 / 3}), 1.0);
}

/// 200 equal differences: 2/2^200, which no number of draws would show.
void TestExactSignFlip::manyValuesTakeNoDraws()
{
    const std::vector<WholeDifference> whole(200, {.value = -2.0 / 3, .denominator = 3});
    const auto p = exactSignFlipPValue(whole);
    QVERIFY(p);
    QCOMPARE(*p, std::ldexp(1.0, -199));
}

void TestExactSignFlip::withoutCommonMultipleThereIsNoAnswer()
{
    const WholeDifference odd[] = {{.value = 1.0 / 997, .denominator = 997}, {.value = 0.5, .denominator = 1009}};
    QVERIFY(!exactSignFlipPValue(odd));
    const WholeDifference none[] = {{.value = 1, .denominator = 0}};
    QVERIFY(!exactSignFlipPValue(none));
}

QTEST_GUILESS_MAIN(TestExactSignFlip)
#include "tst_exactsignflip.moc"
