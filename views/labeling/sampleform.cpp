// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleform.h"

#include "labelwords.h"

#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <array>
#include <cmath>

namespace Decayscope {

namespace {

constexpr std::array columns{StratumColumn::Model, StratumColumn::Scaffold, StratumColumn::Runtime,
    StratumColumn::Framework, StratumColumn::Level, StratumColumn::Constraints, StratumColumn::Category,
    StratumColumn::Subcategory};
constexpr int mostItems = 100'000;
constexpr int longestTitle = 200;

void choose(QComboBox &box, const QString &data)
{
    int at = box.findData(data);
    if (at < 0) { // A choice that is not offered any more is not changed silently.
        box.addItem(data, data);
        at = box.count() - 1;
    }
    box.setCurrentIndex(at);
}

int percentOf(double share)
{
    return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 100));
}

QStringList namesIn(const QString &line)
{
    QStringList names;
    for (const auto &part : line.split(u',')) {
        if (const auto name = part.simplified(); !name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

} // namespace

SampleForm::SampleForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit(this))
    , m_purpose(new SegmentedSwitch(tr("Purpose"),
          {purposeTitle(SamplePurpose::Main), purposeTitle(SamplePurpose::Pilot), purposeTitle(SamplePurpose::Relabel)},
          this))
    , m_round(new QSpinBox(this))
    , m_category(new QComboBox(this))
    , m_categoryBy(new QComboBox(this))
    , m_allocation(new SegmentedSwitch(tr("Allocation"),
          {allocationTitle(Allocation::Equal), allocationTitle(Allocation::Proportional),
              allocationTitle(Allocation::Neyman)},
          this))
    , m_size(new QSpinBox(this))
    , m_minimum(new QSpinBox(this))
    , m_seed(new QLineEdit(this))
    , m_annotators(new QLineEdit(this))
    , m_overlap(new QSpinBox(this))
    , m_repeats(new QSpinBox(this))
    , m_gap(new QSpinBox(this))
    , m_hours(new QDoubleSpinBox(this))
    , m_byFamily(new QCheckBox(tr("Runs that failed alike come in a row"), this))
    , m_blind(new QCheckBox(tr("Blind: nobody sees model, scaffold or others' labels"), this))
    , m_maskWords(new QLineEdit(this))
{
    prepareFields();
    layOut();
    setChoices({}, {});
    setDesign({});
    connectFields();
}

void SampleForm::prepareFields()
{
    m_title->setMaxLength(longestTitle);
    m_title->setPlaceholderText(tr("What the sample is called"));
    m_annotators->setPlaceholderText(tr("Names, with commas between"));
    m_annotators->setMaxLength(mostItems);
    m_maskWords->setPlaceholderText(tr("Words, with commas between"));
    m_maskWords->setToolTip(tr("Words besides models, makers and scaffolds that would tell who made a run"));
    m_maskWords->setMaxLength(mostItems);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,19}")), m_seed));
    m_round->setRange(1, 999);
    m_size->setRange(1, mostItems);
    m_minimum->setRange(0, mostItems);
    m_gap->setRange(0, mostItems);
    m_gap->setSuffix(tr(" items between"));
    m_hours->setRange(0, 24 * 365);
    m_hours->setDecimals(1);
    m_hours->setSuffix(tr(" h later"));
    for (auto *percent : {m_overlap, m_repeats}) {
        percent->setRange(0, 100);
        percent->setSuffix(tr(" %"));
    }
    m_allocation->setTips({tr("The same number from each stratum"), tr("In proportion to the stratum's size"),
        tr("More from large strata with mixed categories (Neyman 1934)")});
    m_purpose->setTips({tr("Counts for agreement"), tr("To practise; its items do not count for agreement later"),
        tr("Items whose code was split")});
    for (auto *box : {m_category, m_categoryBy}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
}

void SampleForm::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(Spacing::normal);
    form->setVerticalSpacing(Spacing::normal);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addPopulation(*form);
    addAnnotators(*form);
    for (int row = 0; row < form->rowCount(); ++row) {
        const auto *label = form->itemAt(row, QFormLayout::LabelRole);
        const auto *field = form->itemAt(row, QFormLayout::FieldRole);
        if (label && field && field->widget() && field->widget()->accessibleName().isEmpty())
            field->widget()->setAccessibleName(static_cast<QLabel *>(label->widget())->text());
    }
}

void SampleForm::addPopulation(QFormLayout &form)
{
    form.addRow(tr("Title"), m_title);
    form.addRow(tr("Purpose"), m_purpose);
    form.addRow(tr("Round"), m_round);
    form.addRow(tr("Failed runs"), m_category);
    form.addRow(tr("Labelled by"), m_categoryBy);
    form.addRow(tr("Strata"), makeStrata());
    form.addRow(tr("Allocation"), m_allocation);
    form.addRow(tr("Items"), m_size);
    form.addRow(tr("At least each"), m_minimum);
    form.addRow(tr("Seed"), m_seed);
}

void SampleForm::addAnnotators(QFormLayout &form)
{
    form.addRow(tr("Annotators"), m_annotators);
    form.addRow(tr("Seen by all"), m_overlap);
    form.addRow(tr("Repeated"), m_repeats);
    form.addRow(tr("Repeat after"), m_gap);
    form.addRow(tr("and"), m_hours);
    form.addRow(m_byFamily);
    form.addRow(m_blind);
    form.addRow(tr("Also mask"), m_maskWords);
}

QWidget *SampleForm::makeStrata()
{
    auto *box = new QWidget(this);
    box->setAccessibleName(tr("Strata"));
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(Spacing::tight);
    for (const auto column : columns) {
        auto *check = new QCheckBox(stratumColumnTitle(column), box);
        const auto at = static_cast<int>(m_strata.size());
        grid->addWidget(check, at / 2, at % 2);
        m_strata.push_back(check);
    }
    return box;
}

void SampleForm::connectFields()
{
    for (auto *line : {m_title, m_seed, m_annotators, m_maskWords})
        connect(line, &QLineEdit::textEdited, this, &SampleForm::tell);
    for (auto *number : {m_round, m_size, m_minimum, m_overlap, m_repeats, m_gap})
        connect(number, &QSpinBox::valueChanged, this, &SampleForm::tell);
    connect(m_hours, &QDoubleSpinBox::valueChanged, this, &SampleForm::tell);
    for (auto *choice : {m_category, m_categoryBy})
        connect(choice, &QComboBox::currentIndexChanged, this, &SampleForm::tell);
    for (auto *choice : {m_purpose, m_allocation})
        connect(choice, &SegmentedSwitch::chosen, this, &SampleForm::tell);
    for (auto *check : m_strata)
        connect(check, &QCheckBox::toggled, this, &SampleForm::tell);
    for (auto *check : {m_byFamily, m_blind})
        connect(check, &QCheckBox::toggled, this, &SampleForm::tell);
}

void SampleForm::tell()
{
    if (!m_isFilling)
        emit changed();
}

void SampleForm::setChoices(const QStringList &annotators, const Codebook &codebook)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const auto category = m_category->currentData().toString();
    const auto by = m_categoryBy->currentData().toString();
    m_category->clear();
    m_category->addItem(tr("all failed runs"), QString());
    for (const auto *code : codebook.offered()) {
        m_category->addItem(codeTitle(*code), code->id);
        for (const auto *child : codebook.offered(code->id))
            m_category->addItem(QString(codeTitle(*code) % u" › " % codeTitle(*child)), child->id);
    }
    m_categoryBy->clear();
    m_categoryBy->addItem(tr("nobody"), QString());
    for (const auto &annotator : annotators)
        m_categoryBy->addItem(oneLine(annotator), annotator);
    choose(*m_category, category);
    choose(*m_categoryBy, by);
}

void SampleForm::setDesign(const SampleDesign &design)
{
    if (design == this->design())
        return; // What is being typed stays as it is.
    const QScopedValueRollback filling(m_isFilling, true);
    m_title->setText(design.title);
    m_purpose->setCurrent(static_cast<int>(design.purpose));
    m_round->setValue(design.round);
    choose(*m_category, design.category);
    choose(*m_categoryBy, design.categoryBy);
    for (std::size_t i = 0; i < m_strata.size(); ++i)
        m_strata[i]->setChecked(std::ranges::find(design.strata, columns[i]) != design.strata.end());
    m_allocation->setCurrent(static_cast<int>(design.allocation));
    m_size->setValue(design.size);
    m_minimum->setValue(design.minimumPerStratum);
    m_seed->setText(QString::number(design.seed));
    m_annotators->setText(design.annotators.join(QStringLiteral(", ")));
    m_overlap->setValue(percentOf(design.overlap));
    m_repeats->setValue(percentOf(design.repeats));
    m_gap->setValue(design.repeatGap);
    m_hours->setValue(design.repeatHours);
    m_byFamily->setChecked(design.byFamily);
    m_blind->setChecked(design.blind);
    m_maskWords->setText(design.maskWords.join(QStringLiteral(", ")));
}

SampleDesign SampleForm::design() const
{
    SampleDesign design;
    design.title = m_title->text().trimmed();
    design.purpose = static_cast<SamplePurpose>(m_purpose->current());
    design.round = m_round->value();
    design.category = m_category->currentData().toString();
    design.categoryBy = m_categoryBy->currentData().toString();
    for (std::size_t i = 0; i < m_strata.size(); ++i) {
        if (m_strata[i]->isChecked())
            design.strata.push_back(columns[i]);
    }
    design.allocation = static_cast<Allocation>(m_allocation->current());
    design.size = m_size->value();
    design.minimumPerStratum = m_minimum->value();
    design.seed = m_seed->text().toULongLong();
    design.annotators = namesIn(m_annotators->text());
    design.overlap = m_overlap->value() / 100.0;
    design.repeats = m_repeats->value() / 100.0;
    design.repeatGap = m_gap->value();
    design.repeatHours = m_hours->value();
    design.byFamily = m_byFamily->isChecked();
    design.blind = m_blind->isChecked();
    design.maskWords = namesIn(m_maskWords->text());
    return design;
}

} // namespace Decayscope
