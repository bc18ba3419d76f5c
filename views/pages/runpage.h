// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/layergraph.h>
#include <domain/runreading.h>
#include <trajectory/turndigest.h>
#include <trajectory/whylinks.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

#include <memory>
#include <optional>

class QPlainTextEdit;
class QSplitter;
class QTabWidget;

namespace Decayscope {

class AssertionPanel;
class CodePane;
class EvaluationPanel;
class ExchangeView;
class LogView;
class RunHeader;
class TurnListView;
class ViolationPanel;

/// Where on the page the reader is.
struct ReadingPlace
{
    int turn = 0; ///< 0-based.
    QString file; ///< Empty for none.
    int line = 0; ///< 1-based; 0 for none.

    bool operator==(const ReadingPlace &) const = default;
};

/// One run to be read: its turns at the left, its code over assertions, violations and logs at the right, each leading
/// to the others.
class RunPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RunPage(QWidget *parent = nullptr);

    /// Shows another run, at its first turn. What is computed from it comes by the setters below.
    void setReading(std::shared_ptr<const RunReading> reading, const QString &configuration);
    void setDigest(std::shared_ptr<const TrajectoryDigest> digest);
    void setHistory(std::shared_ptr<const CodeHistory> history);
    void setLinks(std::vector<WhyLink> links);
    void setLayers(const LayerGraph &reference, const LayerGraph &syntax);

    void setState(const ViewState &state);
    /// "3 of 24" among the runs of the list; nothing while it is in none.
    void setPosition(const QString &position, bool hasPrevious, bool hasNext);
    void setMarked(bool marked);

    [[nodiscard]] const std::shared_ptr<const RunReading> &reading() const { return m_reading; }
    [[nodiscard]] ReadingPlace place() const;
    void showPlace(const ReadingPlace &place); ///< Emits nothing.

    void nextFailing();
    void previousFailing();
    void nextViolation();
    void previousViolation();
    /// Opens the violations of a mode and chooses the one at a place, or else the first of the constraint, once the run
    /// is shown.
    void openViolations(RunId run, VerifierMode mode, Constraint constraint, const QString &file, int line);
    void showTurn(int turn); ///< 0-based; leaves a place behind.
    void showFinalCode(const QString &path, int line); ///< Leaves a place behind.
    void openPanel(QWidget *panel); ///< Of panels().
    void showWriter(); ///< Goes to the turn that last wrote the code line in view.
    void toggleCode();
    void toggleMoment(); ///< The code at the turn, or the final code.

    [[nodiscard]] const std::vector<WhyLink> &links() const { return m_links; } ///< One a request, once they are known.
    [[nodiscard]] RunHeader *header() const { return m_header; }
    [[nodiscard]] TurnListView *turns() const { return m_turns; }
    [[nodiscard]] CodePane *code() const { return m_code; }
    [[nodiscard]] AssertionPanel *assertions() const { return m_assertions; }
    [[nodiscard]] ViolationPanel *violations() const { return m_violations; }
    [[nodiscard]] LogView *serverLog() const { return m_serverLog; }
    [[nodiscard]] LogView *setupLog() const { return m_setupLog; }
    [[nodiscard]] ExchangeView *exchange() const { return m_exchange; } ///< A tab where the run was evaluated here.
    [[nodiscard]] EvaluationPanel *evaluation() const { return m_evaluation; } ///< So, too.
    [[nodiscard]] QTabWidget *panels() const { return m_panels; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void placeMoved(); ///< To a neighbouring place, step by step.
    void placeLeft(const Decayscope::ReadingPlace &from); ///< By a link: what is shown now is another place.
    void previousRequested();
    void nextRequested();
    void markRequested();
    void linkRequested(int turn); ///< A link to this turn is to go to the clipboard.
    void told(const QString &sentence); ///< For the status bar.

private:
    void layOut();
    void connectParts();
    void showCode(const QString &path, int line);
    void showHandler(int request);
    void follow(int turn); ///< Without leaving a place behind.
    void refreshTabs();
    void setEvaluation();
    void chooseMoment();
    void showExchange(int request);
    void showVerifiers();
    void chooseViolation();

    std::shared_ptr<const RunReading> m_reading;
    struct WantedViolation
    {
        RunId run;
        Violation place; ///< Constraint, file and line.
    };

    std::vector<WhyLink> m_links;
    std::optional<WantedViolation> m_wantedViolation; ///< To be chosen when its run comes.
    RunHeader *m_header;
    TurnListView *m_turns;
    CodePane *m_code;
    AssertionPanel *m_assertions;
    ViolationPanel *m_violations;
    LogView *m_serverLog;
    LogView *m_setupLog;
    ExchangeView *m_exchange;
    EvaluationPanel *m_evaluation;
    QPlainTextEdit *m_notes;
    QTabWidget *m_panels;
    QWidget *m_body; ///< All but the header; the overlay covers it.
    QSplitter *m_sides;
    QSplitter *m_right;
    StateOverlay *m_overlay;
    bool m_isPlacing = false; ///< While showPlace() moves the parts.
    std::optional<bool> m_wasFinal; ///< How the code was shown before runs without turns, whose code is final.
};

} // namespace Decayscope
