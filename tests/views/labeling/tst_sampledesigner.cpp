// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelwatch.h"

#include <labeling/primarybutton.h>
#include <labeling/sampledesigner.h>
#include <labeling/sampleform.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

template <typename Widget>
Widget *named(QWidget &parent, const QString &name)
{
    for (auto *widget : parent.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

SampleDesign everythingSet()
{
    SampleDesign design;
    design.title = u"Pilot & co"_s;
    design.purpose = SamplePurpose::Pilot;
    design.round = 4;
    design.strata = {StratumColumn::Model, StratumColumn::Level, StratumColumn::Subcategory};
    design.allocation = Allocation::Neyman;
    design.size = 120;
    design.minimumPerStratum = 3;
    design.category = u"logic"_s;
    design.categoryBy = u"judge"_s;
    design.seed = 18'446'744'073'709'551'615ULL;
    design.annotators = {u"anna"_s, u"ben b"_s};
    design.overlap = 0.4;
    design.repeats = 0.1;
    design.repeatGap = 30;
    design.repeatHours = 12.5;
    design.byFamily = true;
    design.blind = false;
    return design;
}

} // namespace

class TestSampleDesigner : public QObject
{
    Q_OBJECT

private slots:
    void aDesignComesBackAsItWent();
    void typingTellsTheDesign();
    void previewIsShown();
    void freezingNeedsSomethingToDraw();
    void templateIsOneClick();
    void goneChoicesStay();
    void everyPartHasAName();
};

void TestSampleDesigner::aDesignComesBackAsItWent()
{
    SampleDesigner designer;
    designer.setChoices({u"judge"_s, u"anna"_s}, Test::smallCodebook());
    QSignalSpy changed(&designer, &SampleDesigner::designChanged);
    designer.setDesign(everythingSet());
    QCOMPARE(designer.design(), everythingSet());
    designer.setDesign({});
    QCOMPARE(designer.design(), SampleDesign());
    QCOMPARE(changed.size(), 0);
}

void TestSampleDesigner::typingTellsTheDesign()
{
    SampleDesigner designer;
    designer.setChoices({u"judge"_s}, Test::smallCodebook());
    SampleDesign told;
    connect(&designer, &SampleDesigner::designChanged, this, [&](const SampleDesign &design) { told = design; });
    auto *people = named<QLineEdit>(designer, u"Annotators"_s);
    QVERIFY(people);
    QTest::keyClicks(people, u"anna,, ben , anna"_s);
    QCOMPARE(told.annotators, QStringList({u"anna"_s, u"ben"_s}));
    named<QSpinBox>(designer, u"Items"_s)->setValue(200);
    QCOMPARE(told.size, 200);
    for (auto *check : designer.findChildren<QCheckBox *>()) {
        if (check->text() == u"Framework")
            check->click();
    }
    QCOMPARE(told.strata, std::vector{StratumColumn::Framework});
    auto *code = named<QComboBox>(designer, u"Failed runs"_s);
    QCOMPARE(code->count(), 6);
    code->setCurrentIndex(4);
    QCOMPARE(told.category, u"query"_s);
    auto *seed = named<QLineEdit>(designer, u"Seed"_s);
    seed->clear();
    QTest::keyClicks(seed, u"12x3"_s);
    QCOMPARE(told.seed, 123ULL);
}

void TestSampleDesigner::previewIsShown()
{
    SampleDesigner designer;
    SamplePreview preview;
    preview.strata = {{u"gpt · L0"_s, 30, 3}, {u"gpt · L1"_s, 0, 0}};
    preview.items = 3;
    preview.perAnnotator = {3, 4};
    preview.kappaWidth = 0.3;
    preview.expectedKappa = 0.8;
    preview.warnings = {u"1 stratum is empty."_s};
    designer.setPreview(preview);
    QCOMPARE(designer.printed(),
        QStringList(
            {u"gpt · L0 | 30 | 3 | 10.00"_s, u"gpt · L1 | 0 | 0 | –"_s, u"3 items of 30 failed runs; to label: 3 + 4"_s,
                u"± 0.15 to expect around a κ of 0.80 (95 % interval)"_s, u"1 stratum is empty."_s}));
    designer.setPreview({.problem = u"No failed run is a logic error."_s});
    QCOMPARE(designer.printed(),
        QStringList({u"0 items of 0 failed runs"_s, u"– interval of κ: not to be foretold for this sample"_s,
            u"No failed run is a logic error."_s}));
}

void TestSampleDesigner::freezingNeedsSomethingToDraw()
{
    SampleDesigner designer;
    QSignalSpy frozen(&designer, &SampleDesigner::freezeRequested);
    auto *freeze = designer.findChild<PrimaryButton *>();
    designer.setDesign(everythingSet());
    designer.setPreview({.items = 10});
    designer.setReadOnly(true);
    freeze->click();
    designer.setReadOnly(false);
    designer.setPreview({.items = 10, .problem = u"No."_s});
    freeze->click();
    QCOMPARE(frozen.size(), 0);
    designer.setPreview({.items = 10});
    freeze->click();
    QCOMPARE(frozen.size(), 1);
    QCOMPARE(frozen.first().first().value<SampleDesign>(), everythingSet());
}

void TestSampleDesigner::templateIsOneClick()
{
    SampleDesigner designer;
    QSignalSpy asked(&designer, &SampleDesigner::templateRequested);
    for (auto *button : designer.findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"50 logic errors"))
            button->click();
    }
    QCOMPARE(asked.size(), 1);
}

/// A design that names what is not offered keeps it.
void TestSampleDesigner::goneChoicesStay()
{
    SampleDesigner designer;
    auto design = everythingSet();
    design.category = u"gone"_s;
    design.categoryBy = u"nobody here"_s;
    designer.setDesign(design);
    designer.setChoices({u"judge"_s}, Test::smallCodebook());
    QCOMPARE(designer.design(), design);
}

void TestSampleDesigner::everyPartHasAName()
{
    QCOMPARE(Test::namelessParts(SampleDesigner()).join(u"; "_s), QString());
}

QTEST_MAIN(TestSampleDesigner)
#include "tst_sampledesigner.moc"
