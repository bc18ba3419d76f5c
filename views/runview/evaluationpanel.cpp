// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationpanel.h"

#include "codetext.h"
#include "evaluationwords.h"
#include "exchangepanel.h"
#include "steplist.h"

#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace Decayscope {

namespace {

constexpr qsizetype longestFact = 600;
constexpr qsizetype mostLimits = 40;
constexpr qsizetype longestLog = 4000;

QString say(const char *text)
{
    return EvaluationPanel::tr(text);
}

QString serverFact(const ServerRecord &server)
{
    auto text = server.healthy ? say("Healthy after %1").arg(stepTime(server.milliseconds))
                               : say("Never healthy; given up after %1").arg(stepTime(server.milliseconds));
    if (server.attempts > 0)
        text += u" · " % EvaluationPanel::tr("%n health check(s)", nullptr, server.attempts);
    return text;
}

QString suiteFact(const SuiteResult &suite, bool isScored)
{
    const auto text = say("%1 %2: %3 of %4 checks pass in %5")
                          .arg(suite.suite, suite.version)
                          .arg(suite.passed())
                          .arg(suite.total())
                          .arg(stepTime(suite.milliseconds));
    return isScored ? text : QString(text % u" — " % say("beside, not inside A%"));
}

/// What steps wrote, but for the logs that the run has as documents.
void addStepLogs(QStringList &facts, const EvaluationRecord &record)
{
    for (const auto &step : record.steps) {
        if (step.log.trimmed().isEmpty())
            continue;
        facts << QString() << say("Output of “%1”").arg(stepTitle(step.step));
        for (const auto line : QStringView(step.log).left(longestLog).split(u'\n'))
            facts << u"  " % shownLine(line, longestFact);
    }
}

} // namespace

QStringList evaluationFacts(const EvaluationRecord &record)
{
    QStringList facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts << QStringLiteral("%1: %2").arg(name, shownLine(value, longestFact));
    };
    add(say("Server"), serverFact(record.server));
    add(say("Its end"), record.server.ending);
    for (std::size_t i = 0; i < record.suites.size(); ++i)
        add(say("Suite"), suiteFact(record.suites[i], i == 0));
    add(say("Used"), resourceSentence(record.resources));
    add(say("Limits"), record.limits.mid(0, mostLimits).join(u" · "));
    add(say("Sandbox"), record.sandbox);
    add(say("Runtime"), record.runtime);
    add(say("Evaluated by"), record.program);
    addStepLogs(facts, record);
    return facts;
}

EvaluationPanel::EvaluationPanel(QWidget *parent)
    : QWidget(parent)
    , m_switch(new SegmentedSwitch(tr("What to show of the evaluation"), {tr("Steps"), tr("Suite beside")}, this))
    , m_stack(new QStackedWidget(this))
    , m_steps(new StepList(this))
    , m_facts(new QPlainTextEdit(this))
    , m_beside(new ExchangePanel(this))
{
    m_facts->setReadOnly(true);
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setTabChangesFocus(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("Server, limits and resources"));
    m_facts->document()->setDocumentMargin(Spacing::normal);
    m_beside->setNote(tr("beside, not inside A%"));
    layOut();
    connect(m_switch, &SegmentedSwitch::chosen, m_stack, &QStackedWidget::setCurrentIndex);
}

void EvaluationPanel::layOut()
{
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->addWidget(m_steps);
    sides->addWidget(m_facts);
    sides->setSizes({100, 120});
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(Spacing::tight);
    m_stack->addWidget(sides);
    m_stack->addWidget(m_beside);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->addWidget(m_switch);
    head->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    m_switch->setCurrent(0);
}

void EvaluationPanel::setRecord(std::shared_ptr<const EvaluationRecord> record)
{
    m_record = std::move(record);
    const EvaluationRecord none;
    const auto &shown = m_record ? *m_record : none;
    const bool hasBeside = shown.suites.size() > 1;
    m_steps->setSteps(shown.steps);
    m_facts->setPlainText(m_record ? evaluationFacts(shown).join(u'\n') : QString());
    m_beside->setExchanges(hasBeside ? shown.suites[1].exchanges : std::vector<HttpExchange>{}, 0);
    m_switch->setVisible(hasBeside);
    m_switch->setCurrent(0);
    m_stack->setCurrentIndex(0);
}

QString EvaluationPanel::facts() const
{
    return m_facts->toPlainText();
}

void EvaluationPanel::showBeside()
{
    if (!m_record || m_record->suites.size() < 2)
        return;
    m_switch->setCurrent(1);
    m_stack->setCurrentIndex(1);
}

} // namespace Decayscope
