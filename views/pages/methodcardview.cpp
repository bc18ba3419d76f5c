// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methodcardview.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <array>

namespace Decayscope {

namespace {

/// A line of its own each, so that long ones can be told apart where they wrap.
QString listed(const QStringList &sentences)
{
    QStringList lines;
    lines.reserve(sentences.size());
    for (const auto &sentence : sentences)
        lines << u"• " % sentence;
    return lines.join(u'\n');
}

struct SectionRow
{
    const char *title;
    QString (*textOf)(const MethodCard &card);
};

constexpr std::array rows{SectionRow{QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "Question"),
                              [](const auto &card) { return card.question; }},
    SectionRow{
        QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "Formula"), [](const auto &card) { return card.formula; }},
    SectionRow{QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "Assumptions"),
        [](const auto &card) { return listed(card.assumptions); }},
    SectionRow{QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "How to read it"),
        [](const auto &card) { return card.reading; }},
    SectionRow{QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "Source"), [](const auto &card) { return card.source; }},
    SectionRow{
        QT_TRANSLATE_NOOP("Decayscope::MethodCardView", "Compared with"), [](const auto &card) { return card.check; }}};

QLabel *bodyLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

MethodCardView::MethodCardView(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Method"));
    setMinimumWidth(200);
    auto *content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(
        Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight);
    layout->setSpacing(Spacing::tight);
    for (const auto &row : rows) {
        const Section section{.title = headingLabel(tr(row.title), content), .body = bodyLabel(content)};
        section.body->setAccessibleName(tr(row.title));
        section.body->setContentsMargins(0, 0, 0, Spacing::normal + Spacing::tight);
        layout->addWidget(section.title);
        layout->addWidget(section.body);
        m_sections.push_back(section);
    }
    layout->addStretch(1);
    setWidget(content);
}

void MethodCardView::setCard(const MethodCard &card)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto text = rows.at(i).textOf(card);
        m_sections[i].body->setText(text);
        m_sections[i].title->setVisible(!text.isEmpty());
        m_sections[i].body->setVisible(!text.isEmpty());
    }
    verticalScrollBar()->setValue(0);
}

QString MethodCardView::text() const
{
    QStringList parts;
    for (const auto &section : m_sections) {
        if (!section.body->text().isEmpty())
            parts << section.title->text() % u'\n' % section.body->text();
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace Decayscope
