// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adjudicationrow.h"

#include "keepkeys.h"
#include "labelwords.h"
#include "primarybutton.h"

#include <widgets/spacing.h>

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int longestMemo = 10'000;

} // namespace

AdjudicationRow::AdjudicationRow(QWidget *parent)
    : QWidget(parent)
    , m_code(new QComboBox(this))
    , m_memo(new QLineEdit(this))
    , m_decide(new PrimaryButton(tr("Adjudicate ⏎"), this))
{
    m_code->setAccessibleName(tr("Code that shall stand"));
    m_code->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_code->setMinimumContentsLength(16);
    m_code->setPlaceholderText(tr("Choose a code"));
    m_memo->setAccessibleName(tr("Why this code stands"));
    m_memo->setPlaceholderText(tr("Why; Enter adjudicates, both labels stay"));
    m_memo->setMaxLength(longestMemo);
    keepKeys(m_memo, {Qt::Key_Return, Qt::Key_Enter});
    connect(m_memo, &QLineEdit::returnPressed, this, &AdjudicationRow::decide);
    m_decide->setAutoDefault(false);
    auto *second = new QHBoxLayout;
    second->setSpacing(Spacing::normal);
    second->addWidget(m_memo, 1);
    second->addWidget(m_decide);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(m_code);
    layout->addLayout(second);
    connect(m_code, &QComboBox::currentIndexChanged, this, &AdjudicationRow::refresh);
    connect(m_decide, &QPushButton::clicked, this, &AdjudicationRow::decide);
    refresh();
}

void AdjudicationRow::setCodebook(const Codebook &codebook)
{
    if (codebook == m_codebook)
        return;
    m_codebook = codebook;
    m_code->clear();
    for (const auto *code : codebook.offered()) {
        m_code->addItem(codeTitle(*code), code->id);
        for (const auto *child : codebook.offered(code->id))
            m_code->addItem(QString(codeTitle(*code) % u" › " % codeTitle(*child)), child->id);
    }
    m_code->setCurrentIndex(-1);
}

void AdjudicationRow::take(const Label &label)
{
    const auto &id = label.subcode.isEmpty() ? label.code : label.subcode;
    m_code->setCurrentIndex(m_code->findData(currentCode(m_codebook, id).value_or(id)));
    m_memo->setFocus(Qt::OtherFocusReason);
}

void AdjudicationRow::begin()
{
    m_code->setCurrentIndex(-1);
    m_memo->clear();
}

void AdjudicationRow::decide()
{
    const auto *code = m_codebook.find(m_code->currentData().toString());
    if (!code)
        return;
    Label label;
    label.code = code->parent.isEmpty() ? code->id : code->parent;
    label.subcode = code->parent.isEmpty() ? QString() : code->id;
    label.codebook = m_codebook.id;
    label.version = m_codebook.version;
    label.memo = m_memo->text().trimmed();
    emit decided(label);
}

void AdjudicationRow::refresh()
{
    m_decide->setEnabled(m_code->currentIndex() >= 0);
}

} // namespace Decayscope
