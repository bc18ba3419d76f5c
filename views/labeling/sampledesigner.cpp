// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledesigner.h"

#include "labelwords.h"
#include "plaintable.h"
#include "primarybutton.h"
#include "sampleform.h"

#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int formWidth = 400;

QWidget *numberWithNote(QLabel *number, QLabel *note, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(number);
    layout->addWidget(note);
    layout->addStretch(1);
    return box;
}

} // namespace

SampleDesigner::SampleDesigner(QWidget *parent)
    : QWidget(parent)
    , m_form(new SampleForm(this))
    , m_items(largeLabel(this))
    , m_itemsNote(quietLabel(this))
    , m_width(largeLabel(this))
    , m_widthNote(quietLabel(this))
    , m_strata(new PlainTable(tr("Strata"), this))
    , m_warnings(quietLabel(this))
    , m_freeze(new PrimaryButton(tr("Freeze this sample"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::wide);
    layout->setSpacing(Spacing::section);
    layout->addWidget(makeFormSide());
    layout->addWidget(makePreview(), 1);
    connect(m_form, &SampleForm::changed, this, [this] { emit designChanged(design()); });
    connect(m_freeze, &QPushButton::clicked, this, [this] { emit freezeRequested(design()); });
    setPreview({.problem = tr("Choose what to draw from.")});
}

QWidget *SampleDesigner::makeFormSide()
{
    auto *side = new QWidget(this);
    auto *area = new QScrollArea(side);
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_form->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *preset = new QPushButton(themedIcon(QStringLiteral("sample")), tr("50 logic errors, stratified"), side);
    preset->setToolTip(tr("Fill the form for 50 failures that the judge called logic errors, by model and level"));
    preset->setAutoDefault(false);
    connect(preset, &QPushButton::clicked, this, &SampleDesigner::templateRequested);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(preset);
    layout->addWidget(area, 1);
    side->setFixedWidth(formWidth);
    return side;
}

QWidget *SampleDesigner::makePreview()
{
    auto *side = new QWidget(this);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(Spacing::section);
    numbers->addWidget(numberWithNote(m_items, m_itemsNote, side), 1);
    numbers->addWidget(numberWithNote(m_width, m_widthNote, side), 1);
    auto *end = new QHBoxLayout;
    auto *note = quietLabel(side);
    note->setText(tr("A frozen sample never changes; its seed and hash say how it was drawn."));
    end->addWidget(note, 1);
    end->addWidget(m_freeze);
    m_freeze->setAutoDefault(false);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(numbers);
    layout->addWidget(m_strata, 1);
    layout->addWidget(m_warnings);
    layout->addLayout(end);
    return side;
}

void SampleDesigner::setChoices(const QStringList &annotators, const Codebook &codebook)
{
    m_form->setChoices(annotators, codebook);
}

void SampleDesigner::setDesign(const SampleDesign &design)
{
    m_form->setDesign(design);
}

SampleDesign SampleDesigner::design() const
{
    return m_form->design();
}

void SampleDesigner::setPreview(const SamplePreview &preview)
{
    std::vector<QStringList> rows;
    qint64 population = 0;
    for (const auto &stratum : preview.strata) {
        const auto weight
            = stratum.drawn > 0 ? numberText(double(stratum.population) / stratum.drawn, 2) : QStringLiteral("–");
        rows.push_back({stratum.name, QString::number(stratum.population), QString::number(stratum.drawn), weight});
        population += stratum.population;
    }
    m_strata->setContent({tr("Stratum"), tr("Failed runs"), tr("Drawn"), tr("Weight")}, rows);
    m_items->setText(QString::number(preview.items));
    QStringList queues;
    for (const auto length : preview.perAnnotator)
        queues << QString::number(length);
    m_itemsNote->setText(queues.isEmpty()
            ? tr("items of %1 failed runs").arg(population)
            : tr("items of %1 failed runs; to label: %2").arg(population).arg(queues.join(QStringLiteral(" + "))));
    m_width->setText(
        preview.kappaWidth ? QString(u"± " % numberText(*preview.kappaWidth / 2, 2)) : QStringLiteral("–"));
    m_widthNote->setText(preview.kappaWidth
            ? tr("to expect around a κ of %1 (95 % interval)").arg(numberText(preview.expectedKappa, 2))
            : tr("interval of κ: not to be foretold for this sample"));
    const auto sentences = preview.problem.isEmpty() ? preview.warnings : QStringList{preview.problem};
    m_warnings->setText(sentences.first(std::min(sentences.size(), qsizetype(8))).join(u'\n'));
    m_warnings->setVisible(!sentences.isEmpty());
    m_isPossible = preview.problem.isEmpty() && preview.items > 0;
    refreshFreeze();
}

void SampleDesigner::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    refreshFreeze();
}

QStringList SampleDesigner::printed() const
{
    auto lines = m_strata->printed();
    lines << QString(m_items->text() % u' ' % m_itemsNote->text())
          << QString(m_width->text() % u' ' % m_widthNote->text());
    if (!m_warnings->text().isEmpty())
        lines << m_warnings->text().split(u'\n');
    return lines;
}

void SampleDesigner::refreshFreeze()
{
    m_freeze->setEnabled(m_isPossible && !m_isReadOnly);
}

} // namespace Decayscope
