// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runheader.h"

#include <stats/scores.h>
#include <widgets/badge.h>
#include <widgets/filterwords.h>
#include <widgets/iconbutton.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::RunHeader", text);
}

QString scoreFact(const Run &run)
{
    if (run.assertions == 0)
        return say(QT_TRANSLATE_NOOP("Decayscope::RunHeader", "no report"));
    const QLocale locale;
    return say(QT_TRANSLATE_NOOP("Decayscope::RunHeader", "A% %1 strict, %2 raw (%3 of %4)"))
        .arg(locale.toString(strictShare(run), 'f', 1), locale.toString(rawShare(run), 'f', 1))
        .arg(run.passed)
        .arg(run.assertions);
}

QString verdictFact(const Run &run, ConstraintKind kind)
{
    const auto constraint = run.task.constraints.ofKind(kind);
    if (!constraint || run.verdicts.of(kind) == Verdict::NotApplicable)
        return {};
    const auto sign = run.verdicts.of(kind) == Verdict::Compliant ? u"✓ " : u"✗ ";
    return QString(sign) + constraintTitle(*constraint);
}

QString tokenFact(const Run &run)
{
    if (!run.tokens)
        return {};
    const QLocale locale;
    return say(QT_TRANSLATE_NOOP("Decayscope::RunHeader", "%1 tokens in, %2 out"))
        .arg(locale.toString(run.tokens->input), locale.toString(run.tokens->output));
}

} // namespace

QStringList runFacts(const Run &run)
{
    QStringList facts{scoreFact(run)};
    for (const auto kind : {ConstraintKind::Architecture, ConstraintKind::Database, ConstraintKind::Orm})
        facts << verdictFact(run, kind);
    facts << terminationTitle(run.termination) << tokenFact(run);
    if (run.exclusion)
        facts << say(QT_TRANSLATE_NOOP("Decayscope::RunHeader", "excluded: %1")).arg(*run.exclusion);
    facts.removeAll(QString());
    return facts;
}

QStringList verifierDifferences(const Run &run)
{
    QStringList lines;
    for (const auto constraint : run.task.constraints.toVector()) {
        const auto reference = run.verdicts.of(kindOf(constraint));
        const auto syntax = run.syntaxVerdicts ? run.syntaxVerdicts->of(kindOf(constraint)) : reference;
        if (syntax == reference)
            continue;
        const auto *words = reference == Verdict::Compliant
            ? QT_TRANSLATE_NOOP("Decayscope::RunHeader", "%1: reference ✓ kept, syntax ✗ broken")
            : QT_TRANSLATE_NOOP("Decayscope::RunHeader", "%1: reference ✗ broken, syntax ✓ kept");
        lines << say(words).arg(constraintTitle(constraint));
    }
    return lines;
}

QString taskTitle(const TaskSpec &task)
{
    if (task.kind != TaskKind::Generation)
        return task.framework.isEmpty() ? task.name : QString(task.framework % u" · " % task.name);
    QStringList names;
    for (const auto constraint : task.constraints.toVector())
        names << constraintTitle(constraint);
    return names.isEmpty() ? QString(task.framework % u" · " % levelTitle(0))
                           : QString(task.framework % u" · " % names.join(u", "));
}

RunHeader::RunHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_facts(quietLabel(this))
    , m_differs(new Badge(QStringLiteral("≠"), this))
    , m_position(quietLabel(this))
    , m_previous(iconButton(QStringLiteral("up"), tr("Read the run before in the list"), this))
    , m_next(iconButton(QStringLiteral("down"), tr("Read the next run of the list"), this))
    , m_mark(iconButton(QStringLiteral("mark"), tr("Mark this run for comparing"), this))
{
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(false);
    m_position->setWordWrap(false);
    m_position->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_mark->setCheckable(true);
    m_differs->hide();
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addLayout(words, 1);
    layout->addWidget(m_differs);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(m_mark);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(m_position);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_previous, &QToolButton::clicked, this, &RunHeader::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &RunHeader::nextRequested);
    connect(m_mark, &QToolButton::clicked, this, &RunHeader::markRequested);
}

void RunHeader::setRun(const Run &run, const QString &configuration)
{
    QStringList title{configuration, taskTitle(run.task)};
    if (!configuration.isEmpty())
        title << u"run_" % QString::number(run.key.trial) << run.key.date;
    title.removeAll(QString());
    m_title->setText(title.join(QStringLiteral(" — ")));
    m_title->setToolTip(m_title->text());
    m_words = runFacts(run);
    m_facts->setText(m_words.join(QStringLiteral("   ·   ")));
    m_facts->setToolTip(m_words.join(u'\n'));
    const auto differences = verifierDifferences(run);
    m_differs->setVisible(!differences.isEmpty());
    m_differs->setToolTip((QStringList(tr("The verifiers differ")) + differences).join(u'\n'));
    m_differs->setAccessibleName(m_differs->toolTip());
}

void RunHeader::setMarkable(bool markable)
{
    m_mark->setVisible(markable);
}

void RunHeader::setPosition(const QString &position, bool hasPrevious, bool hasNext)
{
    m_position->setText(position);
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

void RunHeader::setMarked(bool marked)
{
    m_mark->setChecked(marked);
    m_mark->setText(marked ? tr("Marked") : tr("Mark"));
}

QString RunHeader::title() const
{
    return m_title->text();
}

QString RunHeader::difference() const
{
    return m_differs->isHidden() ? QString() : m_differs->toolTip();
}

QStringList RunHeader::facts() const
{
    return m_words;
}

void RunHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace Decayscope
