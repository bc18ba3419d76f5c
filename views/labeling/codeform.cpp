// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codeform.h"

#include <widgets/spacing.h>

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace Decayscope {

namespace {

constexpr int longestName = 200;
constexpr int longestHint = 4000;
constexpr int mostEvidence = 100;

/// One a line, without empty ones.
QStringList linesOf(const QPlainTextEdit &field)
{
    QStringList lines;
    for (const auto &line : field.toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

/// What the field holds, or what was given where only the field's way of showing it differs.
QStringList editedLines(const QPlainTextEdit &field, const QStringList &given)
{
    return field.document()->isModified() ? linesOf(field) : given;
}

} // namespace

CodeForm::CodeForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_definition(makeText(tr("Definition"), tr("What the code means, in sentences"), 4))
    , m_examples(makeText(tr("Examples"), tr("When to choose it; one a line"), 3))
    , m_counterExamples(makeText(tr("Counter-examples"), tr("When not, and what to choose instead; one a line"), 3))
    , m_hint(new QLineEdit(this))
    , m_evidence(new QSpinBox(this))
    , m_memo(new QCheckBox(tr("Needs a memo"), this))
{
    m_name->setMaxLength(longestName);
    m_title->setMaxLength(longestName);
    m_hint->setMaxLength(longestHint);
    m_hint->setPlaceholderText(tr("The question that decides"));
    m_name->setAccessibleName(tr("Name in files"));
    m_title->setAccessibleName(tr("Title"));
    m_hint->setAccessibleName(tr("Hint"));
    m_evidence->setAccessibleName(tr("Evidence"));
    m_evidence->setRange(0, mostEvidence);
    m_evidence->setSuffix(tr(" places"));
    layOut();
    const auto tell = [this] {
        if (!m_isFilling)
            emit changed();
    };
    for (auto *line : {m_name, m_title, m_hint})
        connect(line, &QLineEdit::textEdited, this, tell);
    for (auto *text : {m_definition, m_examples, m_counterExamples})
        connect(text, &QPlainTextEdit::textChanged, this, tell);
    connect(m_evidence, &QSpinBox::valueChanged, this, tell);
    connect(m_memo, &QCheckBox::toggled, this, tell);
    setCode({});
}

QPlainTextEdit *CodeForm::makeText(const QString &name, const QString &hint, int lines)
{
    auto *field = new QPlainTextEdit(this);
    field->setAccessibleName(name);
    field->setPlaceholderText(hint);
    field->setTabChangesFocus(true);
    field->setMinimumHeight(lines * field->fontMetrics().lineSpacing() + Spacing::wide);
    return field;
}

void CodeForm::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(Spacing::normal);
    form->setVerticalSpacing(Spacing::normal);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Name in files"), m_name);
    form->addRow(tr("Definition"), m_definition);
    form->addRow(tr("Examples"), m_examples);
    form->addRow(tr("But not"), m_counterExamples);
    form->addRow(tr("Hint"), m_hint);
    form->addRow(tr("Evidence"), m_evidence);
    form->addRow(QString(), m_memo);
}

void CodeForm::setCode(const Code &code)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_code = code;
    m_name->setText(code.name);
    m_title->setText(code.title);
    m_definition->setPlainText(code.definition);
    m_examples->setPlainText(code.examples.join(u'\n'));
    m_counterExamples->setPlainText(code.counterExamples.join(u'\n'));
    m_hint->setText(code.hint);
    m_evidence->setValue(code.requiredEvidence);
    m_memo->setChecked(code.requiresMemo);
    m_title->setCursorPosition(0);
    m_hint->setCursorPosition(0);
    for (auto *line : {m_name, m_title, m_hint})
        line->setModified(false);
    setEnabled(!code.id.isEmpty() && !code.deprecated);
}

Code CodeForm::code() const
{
    auto code = m_code;
    if (m_name->isModified())
        code.name = m_name->text().trimmed();
    if (m_title->isModified())
        code.title = m_title->text().trimmed();
    if (m_definition->document()->isModified())
        code.definition = m_definition->toPlainText().trimmed();
    code.examples = editedLines(*m_examples, m_code.examples);
    code.counterExamples = editedLines(*m_counterExamples, m_code.counterExamples);
    if (m_hint->isModified())
        code.hint = m_hint->text().trimmed();
    code.requiredEvidence = m_evidence->value();
    code.requiresMemo = m_memo->isChecked();
    return code;
}

} // namespace Decayscope
