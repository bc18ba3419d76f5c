// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "definitioncard.h"

#include "labelwords.h"

#include <widgets/spacing.h>

#include <QLabel>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr qsizetype mostLines = 12;

QString listHtml(const QString &heading, const QString &sign, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    auto html = QString(u"<p style=\"margin:4px 0\"><b>" % heading.toHtmlEscaped() % u"</b>");
    for (const auto &line : lines.first(std::min(lines.size(), mostLines)))
        html += QString(u"<br>" % sign % u" " % oneLine(line, longestCard).toHtmlEscaped());
    return html + u"</p>";
}

} // namespace

DefinitionCard::DefinitionCard(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->addWidget(m_text);
    setAccessibleName(tr("Definition"));
}

void DefinitionCard::showCode(const Code &code)
{
    QString html = QString(u"<p style=\"margin:0 0 4px 0\"><b>" % codeTitle(code).toHtmlEscaped() % u"</b></p>");
    if (!code.definition.isEmpty())
        html += QString(u"<p style=\"margin:4px 0\">" % asHtml(code.definition) % u"</p>");
    if (!code.hint.isEmpty())
        html += QString(u"<p style=\"margin:4px 0\"><i>" % asHtml(code.hint) % u"</i></p>");
    html += listHtml(tr("For example"), QStringLiteral("✓"), code.examples);
    html += listHtml(tr("But not"), QStringLiteral("✗"), code.counterExamples);
    if (code.requiredEvidence > 0)
        html += QString(u"<p style=\"margin:4px 0\">"
            % tr("Needs %n piece(s) of evidence.", nullptr, code.requiredEvidence) % u"</p>");
    if (code.requiresMemo)
        html += QString(u"<p style=\"margin:4px 0\">" % tr("Needs a memo.") % u"</p>");
    m_text->setText(html);
    setAccessibleDescription(oneLine(code.definition, longestCard));
}

void DefinitionCard::showNothing()
{
    m_text->setText(tr("Choose a code, or go to one with the arrow keys, to read what it means."));
    setAccessibleDescription({});
}

QString DefinitionCard::text() const
{
    return m_text->text();
}

} // namespace Decayscope
