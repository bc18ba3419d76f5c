// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelcard.h"

#include "evidencelist.h"
#include "labelwords.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr qsizetype longestMemo = 20'000;

} // namespace

LabelCard::LabelCard(QWidget *parent)
    : QFrame(parent)
    , m_annotator(quietLabel(this))
    , m_code(headingLabel({}, this))
    , m_facts(quietLabel(this))
    , m_memo(new QPlainTextEdit(this))
    , m_evidence(new EvidenceList(this))
    , m_take(new QPushButton(tr("Take this"), this))
{
    setFrameShape(QFrame::StyledPanel);
    m_code->setWordWrap(true);
    m_code->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_memo->setReadOnly(true);
    m_memo->setFrameShape(QFrame::NoFrame);
    m_memo->setTabChangesFocus(true);
    m_evidence->setEditable(false);
    m_evidence->setMostRows(2);
    m_take->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_annotator, 1);
    head->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::tight, Spacing::normal);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_code);
    layout->addWidget(m_facts);
    layout->addWidget(m_memo, 1);
    layout->addWidget(m_evidence);
    connect(m_take, &QPushButton::clicked, this, &LabelCard::taken);
    connect(m_evidence, &EvidenceList::requested, this, &LabelCard::evidenceRequested);
}

void LabelCard::showRow(const std::optional<LabelRow> &row, const QString &annotator, const Codebook &codebook)
{
    const auto name = oneLine(annotator, 60);
    m_annotator->setText(name);
    m_memo->setAccessibleName(tr("Memo of %1").arg(name));
    m_evidence->setAccessibleName(tr("Evidence of %1").arg(name));
    m_take->setAccessibleName(tr("Take the label of %1").arg(name));
    m_take->setEnabled(row && !row->label.code.isEmpty());
    m_evidence->setEvidence(row ? row->label.evidence : std::vector<Evidence>());
    m_evidence->setVisible(row && !row->label.evidence.empty());
    if (!row) {
        m_code->setText(tr("No label"));
        m_facts->clear();
        m_memo->clear();
        return;
    }
    const auto &label = row->label;
    m_code->setText(labelTitle(codebook, label));
    QStringList facts{confidenceTitle(label.confidence), row->time.isEmpty() ? QString() : clockText(row->time),
        label.blind ? tr("blind") : tr("not blind"), row->isFlagged ? tr("flagged") : QString(),
        row->isImported ? tr("imported") : QString()};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_memo->setPlainText(label.memo.isEmpty() ? tr("No memo.") : clipped(label.memo, longestMemo));
}

QStringList LabelCard::printed() const
{
    return QStringList{m_annotator->text(), m_code->text(), m_facts->text(), m_memo->toPlainText()}
    + m_evidence->printed();
}

} // namespace Decayscope
