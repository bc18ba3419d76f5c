// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runpage.h"

#include "runheader.h"

#include <runview/assertionpanel.h>
#include <runview/codepane.h>
#include <runview/evaluationpanel.h>
#include <runview/exchangeview.h>
#include <runview/logview.h>
#include <runview/turnlistview.h>
#include <runview/violationpanel.h>
#include <widgets/spacing.h>

#include <QDataStream>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

QString notesOf(const RunReading &reading)
{
    QStringList lines{(reading.evaluation ? RunPage::tr("Evaluated here, from %1") : RunPage::tr("Imported from %1"))
            .arg(reading.origin)};
    for (const auto &warning : reading.warnings)
        lines << QStringLiteral("%1: %2").arg(warning.path, warning.reason);
    return lines.join(u'\n');
}

/// Gives the two parts of a splitter their shares of it, at first and when it is resized.
void share(QSplitter &splitter, int first, int second)
{
    splitter.setStretchFactor(0, first);
    splitter.setStretchFactor(1, second);
    splitter.setSizes({first * 100, second * 100});
}

std::vector<CodePane::Mark> marksOf(const std::vector<ConstraintVerdict> &verdicts)
{
    std::vector<CodePane::Mark> marks;
    for (const auto &verdict : verdicts) {
        for (const auto &violation : verdict.violations)
            marks.push_back({violation.file, violation.line, violation.reason, constraintTitle(violation.constraint)});
    }
    return marks;
}

} // namespace

RunPage::RunPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new RunHeader(this))
    , m_turns(new TurnListView(this))
    , m_code(new CodePane(this))
    , m_assertions(new AssertionPanel(this))
    , m_violations(new ViolationPanel(this))
    , m_serverLog(new LogView(this))
    , m_setupLog(new LogView(this))
    , m_exchange(new ExchangeView(this))
    , m_evaluation(new EvaluationPanel(this))
    , m_notes(new QPlainTextEdit(this))
    , m_panels(new QTabWidget(this))
    , m_body(new QWidget(this))
    , m_sides(new QSplitter(Qt::Horizontal, m_body))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_overlay(new StateOverlay(m_body))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    connectParts();
    for (auto *panel : std::initializer_list<QWidget *>{m_exchange, m_evaluation})
        m_panels->setTabVisible(m_panels->indexOf(panel), false);
}

void RunPage::layOut()
{
    m_notes->setReadOnly(true);
    m_notes->setFrameShape(QFrame::NoFrame);
    m_notes->setAccessibleName(tr("Where the run came from, and what was odd about it"));
    m_panels->setDocumentMode(true);
    m_panels->setAccessibleName(tr("Assertions, violations and logs"));
    m_panels->addTab(m_assertions, tr("Assertions"));
    m_panels->addTab(m_exchange, tr("Exchange"));
    m_panels->addTab(m_violations, tr("Violations"));
    m_panels->addTab(m_serverLog, tr("Server log"));
    m_panels->addTab(m_setupLog, tr("Set-up log"));
    m_panels->addTab(m_evaluation, tr("Evaluation"));
    m_panels->addTab(m_notes, tr("Notes"));
    m_right->addWidget(m_code);
    m_right->addWidget(m_panels);
    share(*m_right, 11, 9);
    m_sides->addWidget(m_turns);
    m_sides->addWidget(m_right);
    share(*m_sides, 9, 11);
    for (auto *splitter : {m_right, m_sides}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(Spacing::tight);
    }
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_sides);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body, 1);
}

void RunPage::connectParts()
{
    connect(m_header, &RunHeader::previousRequested, this, &RunPage::previousRequested);
    connect(m_header, &RunHeader::nextRequested, this, &RunPage::nextRequested);
    connect(m_header, &RunHeader::markRequested, this, &RunPage::markRequested);
    connect(m_turns, &TurnListView::currentTurnChanged, this, &RunPage::follow);
    connect(m_turns, &TurnListView::codeRequested, this, &RunPage::showCode);
    connect(m_turns, &TurnListView::linkCopyRequested, this, &RunPage::linkRequested);
    connect(m_turns, &TurnListView::copied, this, &RunPage::told);
    connect(m_code, &CodePane::turnRequested, this, &RunPage::showTurn);
    connect(m_code, &CodePane::placeChanged, this, [this] {
        if (!m_isPlacing)
            emit placeMoved();
    });
    connect(m_assertions, &AssertionPanel::requestChosen, this, &RunPage::showHandler);
    connect(m_assertions, &AssertionPanel::requestChosen, this, &RunPage::showExchange);
    connect(m_assertions, &AssertionPanel::exchangeRequested, this, [this](int request) {
        showExchange(request);
        openPanel(m_exchange);
    });
    connect(m_assertions, &AssertionPanel::codeRequested, this, &RunPage::showFinalCode);
    connect(m_assertions, &AssertionPanel::turnRequested, this, &RunPage::showTurn);
    connect(m_violations, &ViolationPanel::codeRequested, this, &RunPage::showFinalCode);
    connect(m_violations, &ViolationPanel::modeChosen, this, &RunPage::showVerifiers);
    connect(m_serverLog, &LogView::codeRequested, this, &RunPage::showFinalCode);
    connect(m_setupLog, &LogView::codeRequested, this, &RunPage::showFinalCode);
}

void RunPage::setReading(std::shared_ptr<const RunReading> reading, const QString &configuration)
{
    const QScopedValueRollback placing(m_isPlacing, true);
    m_reading = std::move(reading);
    m_header->setRun(m_reading->run, configuration);
    m_code->setHistory(nullptr);
    m_links.clear();
    m_turns->setTurns(m_reading->turns);
    m_assertions->setRequests(m_reading->requests);
    m_violations->setVerdicts(m_reading->verdicts, m_reading->syntaxVerdicts);
    m_violations->setLayers({}, {});
    m_serverLog->setText(m_reading->serverLog);
    m_setupLog->setText(m_reading->setupLog);
    m_notes->setPlainText(notesOf(*m_reading));
    setEvaluation();
    chooseMoment();
    m_overlay->setState(ViewState::ready());
    showVerifiers();
    chooseViolation();
}

/// Marks and counts are those of the verifiers that are shown.
void RunPage::showVerifiers()
{
    if (!m_reading)
        return;
    m_code->setMarks(marksOf(m_violations->verdicts()));
    refreshTabs();
}

void RunPage::openViolations(RunId run, VerifierMode mode, Constraint constraint, const QString &file, int line)
{
    m_wantedViolation = {run, {.constraint = constraint, .file = file, .line = line}};
    m_violations->setMode(mode);
    showVerifiers();
    openPanel(m_violations);
    chooseViolation();
}

void RunPage::chooseViolation()
{
    if (!m_wantedViolation || !m_reading || m_reading->run.id != m_wantedViolation->run)
        return;
    m_violations->choose(m_wantedViolation->place);
    m_code->setMoment(CodePane::Moment::Final);
    m_wantedViolation.reset();
}

/// Tabs for what only runs evaluated here have.
void RunPage::setEvaluation()
{
    const auto &record = m_reading->evaluation;
    m_assertions->setEvaluation(record);
    m_evaluation->setRecord(record);
    m_exchange->setNothing(tr("Choose a request among the assertions to see it and its answer."));
    m_panels->setTabVisible(m_panels->indexOf(m_exchange), record && !record->suites.empty());
    m_panels->setTabVisible(m_panels->indexOf(m_evaluation), record != nullptr);
}

/// A run without turns has no code but the final one; the next one with turns is shown as the reader had it.
void RunPage::chooseMoment()
{
    const bool hasTurns = m_reading->turns->count() > 0;
    if (hasTurns == !m_wasFinal)
        return;
    const bool isFinal = hasTurns ? *m_wasFinal : true;
    m_wasFinal = hasTurns ? std::nullopt : std::optional(m_code->moment() == CodePane::Moment::Final);
    m_code->setMoment(isFinal ? CodePane::Moment::Final : CodePane::Moment::AtTurn);
}

void RunPage::showExchange(int request)
{
    const auto record = m_reading ? m_reading->evaluation : nullptr;
    if (!record || record->suites.empty() || request < 0 || request >= std::ssize(record->suites.front().exchanges))
        return;
    m_exchange->setExchange(record->suites.front().exchanges[static_cast<std::size_t>(request)]);
}

void RunPage::setDigest(std::shared_ptr<const TrajectoryDigest> digest)
{
    m_turns->setDigest(std::move(digest));
}

void RunPage::setHistory(std::shared_ptr<const CodeHistory> history)
{
    const QScopedValueRollback placing(m_isPlacing, true);
    m_code->setHistory(std::move(history));
    m_code->setTurn(m_turns->currentTurn());
}

void RunPage::setLinks(std::vector<WhyLink> links)
{
    m_links = links;
    m_assertions->setLinks(std::move(links));
}

void RunPage::setLayers(const LayerGraph &reference, const LayerGraph &syntax)
{
    m_violations->setLayers(reference, syntax);
}

void RunPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
}

void RunPage::setPosition(const QString &position, bool hasPrevious, bool hasNext)
{
    m_header->setPosition(position, hasPrevious, hasNext);
}

void RunPage::setMarked(bool marked)
{
    m_header->setMarked(marked);
}

ReadingPlace RunPage::place() const
{
    return {m_turns->currentTurn(), m_code->currentPath(), m_code->currentLine()};
}

void RunPage::showPlace(const ReadingPlace &place)
{
    const QScopedValueRollback placing(m_isPlacing, true);
    m_turns->setCurrentTurn(place.turn);
    m_code->setTurn(m_turns->currentTurn()); // A link may ask for a turn that is not there.
    if (!place.file.isEmpty())
        m_code->showLine(place.file, place.line);
}

void RunPage::nextFailing()
{
    openPanel(m_assertions);
    m_assertions->nextFailing();
}

void RunPage::previousFailing()
{
    openPanel(m_assertions);
    m_assertions->previousFailing();
}

void RunPage::nextViolation()
{
    openPanel(m_violations);
    m_violations->nextViolation();
}

void RunPage::previousViolation()
{
    openPanel(m_violations);
    m_violations->previousViolation();
}

void RunPage::showWriter()
{
    if (const int turn = m_code->turnOfCurrentLine(); turn >= 0)
        showTurn(turn);
}

void RunPage::toggleCode()
{
    m_code->setVisible(!m_code->isVisible());
}

void RunPage::toggleMoment()
{
    const bool isFinal = m_code->moment() == CodePane::Moment::Final;
    m_code->setMoment(isFinal ? CodePane::Moment::AtTurn : CodePane::Moment::Final);
}

QByteArray RunPage::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QDataStream::WriteOnly);
    stream << m_sides->saveState() << m_right->saveState() << m_turns->state() << m_code->state()
           << m_code->isVisibleTo(this) << static_cast<quint8>(m_violations->mode());
    return state;
}

void RunPage::restoreLayoutState(const QByteArray &state)
{
    QByteArray sides;
    QByteArray right;
    QByteArray turns;
    QByteArray code;
    bool isCodeShown = true;
    QDataStream stream(state);
    stream >> sides >> right >> turns >> code >> isCodeShown;
    if (stream.status() != QDataStream::Ok)
        return;
    m_sides->restoreState(sides);
    m_right->restoreState(right);
    m_turns->restoreState(turns);
    m_code->restoreState(code);
    m_code->setVisible(isCodeShown);
    quint8 mode = 0; // States of older versions end before it.
    stream >> mode;
    m_violations->setMode(mode == 0 ? VerifierMode::Reference : VerifierMode::Syntax);
    showVerifiers();
}

void RunPage::showCode(const QString &path, int line)
{
    const auto from = place();
    m_code->show();
    const QScopedValueRollback placing(m_isPlacing, true);
    if (m_code->showLine(path, line) && place() != from)
        emit placeLeft(from);
}

/// What the suite, the verifiers and the server saw is the final code.
void RunPage::showFinalCode(const QString &path, int line)
{
    m_code->setMoment(CodePane::Moment::Final);
    showCode(path, line);
}

void RunPage::showHandler(int request)
{
    if (m_isPlacing || request < 0 || request >= std::ssize(m_links))
        return;
    if (const auto &link = m_links[static_cast<std::size_t>(request)]; link.handler)
        showFinalCode(link.handler->route.handlerFile, link.handler->route.handlerLine);
}

void RunPage::showTurn(int turn)
{
    const auto from = place();
    const QScopedValueRollback placing(m_isPlacing, true);
    m_turns->setCurrentTurn(turn);
    m_code->setTurn(m_turns->currentTurn());
    if (place() != from)
        emit placeLeft(from);
}

void RunPage::follow(int turn)
{
    if (m_isPlacing)
        return;
    m_code->setTurn(turn);
    emit placeMoved();
}

void RunPage::openPanel(QWidget *panel)
{
    m_panels->setCurrentWidget(panel);
}

void RunPage::refreshTabs()
{
    const auto failing = std::ranges::count_if(m_reading->requests, [](const auto &r) { return r.failed > 0; });
    std::size_t violations = 0;
    for (const auto &verdict : m_violations->verdicts())
        violations += verdict.violations.size();
    const auto title = [](const QString &words, qsizetype count) {
        return count == 0 ? words : QStringLiteral("%1 (%2)").arg(words).arg(count);
    };
    const auto name
        = [this](QWidget *panel, const QString &words) { m_panels->setTabText(m_panels->indexOf(panel), words); };
    name(m_assertions, failing == 0 ? tr("Assertions") : title(tr("Failing requests"), failing));
    name(m_violations, title(tr("Violations"), static_cast<qsizetype>(violations)));
    name(m_notes, title(tr("Notes"), static_cast<qsizetype>(m_reading->warnings.size())));
}

} // namespace Decayscope
