// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidepicker.h"

#include <widgets/spacing.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int leastCharacters = 16;

/// "all", then the names; what is chosen is the item's data.
void fill(QComboBox &box, const QString &all, const QStringList &names, const QString &chosen)
{
    box.clear();
    box.addItem(all, QString());
    for (const auto &name : names)
        box.addItem(name, name);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

} // namespace

StudyOffer studyOffer(const StudySnapshot &study, const QString &path)
{
    std::set<QString> scaffolds;
    std::set<QString> models;
    for (const auto &run : study.runs) {
        scaffolds.insert(run.key.configuration.scaffold);
        models.insert(run.key.configuration.model);
    }
    return {.path = path,
        .name = study.name,
        .scaffolds = {scaffolds.begin(), scaffolds.end()},
        .models = {models.begin(), models.end()}};
}

SidePicker::SidePicker(const QString &label, const QString &letter, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_study(choiceBox(tr("Study of %1").arg(letter), tr("Which study the side is of")))
    , m_scaffold(choiceBox(tr("Scaffold of %1").arg(letter), tr("Runs of one scaffold, or of all")))
    , m_model(choiceBox(tr("Model of %1").arg(letter), tr("Runs of one model, or of all")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::normal);
    auto bold = m_label->font();
    bold.setBold(true);
    m_label->setFont(bold);
    m_label->setBuddy(m_scaffold);
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(u'M') + Spacing::tight);
    row->addWidget(m_label);
    for (auto *box : {m_scaffold, m_model, m_study})
        row->addWidget(box, 1);
    setTabOrder({m_scaffold, m_model, m_study});
    connect(m_study, &QComboBox::activated, this, &SidePicker::takeStudy);
    connect(m_scaffold, &QComboBox::activated, this, &SidePicker::take);
    connect(m_model, &QComboBox::activated, this, &SidePicker::take);
}

QComboBox *SidePicker::choiceBox(const QString &name, const QString &tip)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(leastCharacters);
    return box;
}

const StudyOffer *SidePicker::offer() const
{
    const auto found = std::ranges::find(m_studies, m_choice.study, &StudyOffer::path);
    return found == m_studies.end() ? nullptr : std::to_address(found);
}

void SidePicker::setStudies(const std::vector<StudyOffer> &studies)
{
    m_studies = studies;
    setChoice(m_choice);
}

void SidePicker::setChoice(const SideChoice &choice)
{
    m_choice = choice;
    if (!offer())
        m_choice.study.clear();
    if (const auto *study = offer()) {
        if (!study->scaffolds.contains(m_choice.scaffold))
            m_choice.scaffold.clear();
        if (!study->models.contains(m_choice.model))
            m_choice.model.clear();
    }
    showChoice();
}

void SidePicker::showChoice()
{
    m_study->clear();
    for (const auto &study : m_studies)
        m_study->addItem(study.path.isEmpty() ? tr("This study") : study.name, study.path);
    m_study->insertSeparator(m_study->count());
    m_study->addItem(tr("Another file …"));
    m_study->setCurrentIndex(std::max(0, m_study->findData(m_choice.study)));
    const auto *study = offer();
    fill(*m_scaffold, tr("All scaffolds"), study ? study->scaffolds : QStringList(), m_choice.scaffold);
    fill(*m_model, tr("All models"), study ? study->models : QStringList(), m_choice.model);
}

void SidePicker::takeStudy(int index)
{
    if (index == m_study->count() - 1) {
        showChoice();
        emit studyRequested();
        return;
    }
    setChoice({.study = m_study->itemData(index).toString(), .scaffold = m_choice.scaffold, .model = m_choice.model});
    emit chosen(m_choice);
}

void SidePicker::take()
{
    m_choice.scaffold = m_scaffold->currentData().toString();
    m_choice.model = m_model->currentData().toString();
    emit chosen(m_choice);
}

} // namespace Decayscope
