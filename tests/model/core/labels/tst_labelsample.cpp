// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelstory.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aSample;

class TestLabelSample : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas()
    {
        auto sample = aSample(5, {u"ada"_s, u"bob"_s});
        sample.created = u"2026-04-01T00:00:00Z"_s;
        sample.createdBy = u"carol"_s;
        sample.design.strata = {StratumColumn::Model, StratumColumn::Subcategory};
        sample.design.seed = 18'446'744'073'709'551'615ULL;
        sample.design.purpose = SamplePurpose::Relabel;
        sample.design.allocation = Allocation::Neyman;
        sample.design.overlap = 0.1;
        sample.items[2].weight = 1.0 / 3;
        sample.items[3].family = u"f"_s;
        sample.maskRules = {u"acme"_s};
        sample.population = QByteArray(32, 'p');
        sample = sealed(sample);
        const auto again = sampleFromJson(sampleJson(sample));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(*again, sample);
        QCOMPARE(sampleJson(*again), sampleJson(sample));
    }

    void equalSamplesAreOne()
    {
        auto one = aSample(3, {u"ada"_s});
        auto other = aSample(3, {u"ada"_s});
        other.created = u"later"_s;
        other.createdBy = u"somebody else"_s;
        QCOMPARE(sealed(other).id, one.id);
        other.items[0].weight = 3;
        QVERIFY(sealed(other).id != one.id);
    }

    void aChangedOneIsRefused()
    {
        auto sample = aSample(3, {u"ada"_s});
        sample.items[1].target.trial = 7;
        const auto again = sampleFromJson(sampleJson(sample));
        QVERIFY(!again);
        QCOMPARE(again.error().message,
            u"The sample \"First round\" is not what was frozen: its hash differs. Ask for the file again from where it came."_s);
        sample.isHandout = true;
        QVERIFY(sampleFromJson(sampleJson(sample)));
    }

    void placesOutsideAreRefused()
    {
        auto sample = aSample(3, {u"ada"_s});
        sample.queues[0].order[0].item = 3;
        QVERIFY(!sampleFromJson(sampleJson(sealed(sample))));
        sample = aSample(3, {u"ada"_s});
        sample.items[0].stratum = 1;
        QVERIFY(!sampleFromJson(sampleJson(sealed(sample))));
        sample = aSample(0, {u"ada"_s});
        QVERIFY(sampleFromJson(sampleJson(sample)));
        sample.queues[0].order.push_back({});
        QVERIFY(!sampleFromJson(sampleJson(sealed(sample))));
        QVERIFY(!sampleFromJson("{\"id\":\"x\",\"isHandout\":true}"));
        QVERIFY(!sampleFromJson({}));
    }

    void annotatorsHaveQueues()
    {
        const auto sample = aSample(2, {u"ada"_s});
        QCOMPARE(sample.queueOf(u"ada")->order.front().item, 1);
        QVERIFY(!sample.queueOf(u"bob"));
    }
};

QTEST_GUILESS_MAIN(TestLabelSample)
#include "tst_labelsample.moc"
