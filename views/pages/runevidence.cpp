// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runevidence.h"

#include "runpage.h"

#include <runview/assertionpanel.h>
#include <runview/codepane.h>
#include <runview/logview.h>
#include <runview/turnlistarea.h>
#include <runview/turnlistview.h>
#include <runview/violationpanel.h>

#include <QTabWidget>
#include <QUuid>

namespace Decayscope {

namespace {

bool holds(const QWidget *part, const QWidget *focus)
{
    return focus && (part == focus || part->isAncestorOf(focus));
}

Evidence ofTurn(const TurnListView &turns)
{
    const auto selected = turns.selectedText();
    const auto turn = turns.currentTurn();
    return {.kind = Evidence::Kind::Turn,
        .turn = turn,
        .quote = selected.isEmpty() ? turns.area()->nameOf(turn) : selected};
}

std::optional<Evidence> ofCode(const CodePane &code, int turn)
{
    const auto lines = code.selectedLines();
    if (lines.first == 0)
        return {};
    return Evidence{.kind = Evidence::Kind::CodeLine,
        .place = code.currentPath(),
        .turn = code.moment() == CodePane::Moment::AtTurn ? turn : -1,
        .firstLine = lines.first,
        .lastLine = lines.last,
        .quote = lines.text};
}

std::optional<Evidence> ofLog(const LogView &log, Evidence::Kind kind)
{
    const auto lines = log.selectedLines();
    if (lines.first == 0)
        return {};
    return Evidence{.kind = kind, .firstLine = lines.first, .lastLine = lines.last, .quote = lines.text};
}

std::optional<Evidence> ofAssertion(const AssertionPanel &panel)
{
    const auto request = panel.currentRequest();
    if (request < 0)
        return {};
    return Evidence{
        .kind = Evidence::Kind::Assertion, .place = panel.currentTitle(), .firstLine = request, .lastLine = request};
}

std::optional<Evidence> ofViolation(const ViolationPanel &panel)
{
    const auto *violation = panel.currentViolation();
    if (!violation)
        return {};
    return Evidence{.kind = Evidence::Kind::Violation,
        .place = violation->file,
        .firstLine = violation->line,
        .lastLine = violation->line,
        .quote = violation->reason};
}

std::optional<Evidence> ofFocus(const RunPage &page, const QWidget *focus)
{
    if (holds(page.code(), focus))
        return ofCode(*page.code(), page.turns()->currentTurn());
    if (holds(page.assertions(), focus))
        return ofAssertion(*page.assertions());
    if (holds(page.violations(), focus))
        return ofViolation(*page.violations());
    if (holds(page.serverLog(), focus))
        return ofLog(*page.serverLog(), Evidence::Kind::ServerLog);
    if (holds(page.setupLog(), focus))
        return ofLog(*page.setupLog(), Evidence::Kind::SetupLog);
    return {};
}

} // namespace

std::optional<Evidence> evidenceAt(const RunPage &page, const QWidget *focus)
{
    if (!page.reading())
        return {};
    auto evidence = ofFocus(page, focus);
    if (!evidence && page.turns()->currentTurn() >= 0)
        evidence = ofTurn(*page.turns());
    if (evidence) {
        evidence->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        evidence->quote = evidence->quote.trimmed().left(evidenceQuote);
    }
    return evidence;
}

void showEvidence(RunPage &page, const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::Turn:
        return page.showTurn(evidence.turn);
    case Evidence::Kind::Assertion:
        page.openPanel(page.assertions());
        return page.assertions()->setCurrentRequest(evidence.firstLine);
    case Evidence::Kind::CodeLine:
        if (evidence.turn < 0)
            return page.showFinalCode(evidence.place, evidence.firstLine);
        page.showTurn(evidence.turn);
        page.code()->setMoment(CodePane::Moment::AtTurn);
        page.code()->showLine(evidence.place, evidence.firstLine);
        return;
    case Evidence::Kind::Violation:
        page.openPanel(page.violations());
        return page.showFinalCode(evidence.place, evidence.firstLine);
    case Evidence::Kind::ServerLog:
        page.openPanel(page.serverLog());
        return page.serverLog()->showLine(evidence.firstLine);
    case Evidence::Kind::SetupLog:
        page.openPanel(page.setupLog());
        return page.setupLog()->showLine(evidence.firstLine);
    }
}

} // namespace Decayscope
