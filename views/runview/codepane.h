// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textlines.h"

#include <code/codehistory.h>

#include <QHash>
#include <QMap>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace Decayscope {

class CodeHeader;
class CodeNotice;
struct CodeRow;
class CodeView;
class DiffView;
class FileTreeModel;

/// The files the agent wrote, as of a turn or in the final patch: tree, text, blame, violations and diff.
class CodePane final : public QWidget
{
    Q_OBJECT

public:
    /// A place a verifier complains about. `line` is 1-based, 0 for the whole file.
    struct Mark
    {
        QString path;
        int line = 0;
        QString reason;
        QString verifier;

        bool operator==(const Mark &) const = default;
    };
    enum class Moment : quint8 { AtTurn, Final };

    explicit CodePane(QWidget *parent = nullptr);
    ~CodePane() override;

    /// Null: it is still being read. The file that was open stays open where the new history has it.
    void setHistory(std::shared_ptr<const CodeHistory> history);
    void setMarks(std::vector<Mark> marks);
    void setMoment(Moment moment);
    [[nodiscard]] Moment moment() const { return m_moment; }

    /// The selected turn: what AtTurn shows, and whose files the tree marks. Opens a file the turn wrote when the open
    /// one is not among them.
    void setTurn(int turn);

    /// Opens a file at a line (0: where it was) and flashes it: in the moment shown, in the final code where the place
    /// is a mark, and at the other moment where the one shown has no such line. The path is resolved as
    /// CodeHistory::resolved does; false, and nothing happens, where it is unknown.
    bool showLine(const QString &path, int line);
    void nextFile();
    void previousFile();

    /// The turn that last wrote the line under the cursor; below 0 where nobody knows or there is none.
    [[nodiscard]] int turnOfCurrentLine() const;

    /// Shows the open file's changes between two turns; nullopt is the final state. Both nullopt ends comparing.
    void setCompared(std::optional<int> fromTurn, std::optional<int> toTurn);

    [[nodiscard]] QString currentPath() const { return m_path; }
    /// The lines under the selection or the cursor; none where no code is shown.
    [[nodiscard]] TextLines selectedLines() const;
    [[nodiscard]] int currentLine() const; ///< 1-based; 0 where no line of the file is under the cursor.

    [[nodiscard]] QByteArray state() const;
    void restoreState(const QByteArray &state); ///< Leaves all as it is where the bytes are not a state.

signals:
    void turnRequested(int turn);
    void placeChanged(const QString &path, int line);

private:
    struct Side;

    void layOut();
    void connectParts();
    void resolveMarks();
    void open(const QString &path);
    void step(int by);
    void follow(int turn);
    void refresh();
    void showAtTurn();
    void showFinal();
    void showDiff();
    void showAbsent();
    void showUnknown(const FileVersion &version);
    void showRows(std::vector<CodeRow> rows, const void *what);
    void showNotice(const QString &title, const QString &text, int turn = -1);
    void toggleDiff(bool on);
    void announceNote(const QString &hovered);
    void updateHeader();
    [[nodiscard]] bool isComparing() const { return m_from || m_to; }
    [[nodiscard]] bool showsFinalText() const;
    [[nodiscard]] Side side(std::optional<int> turn) const;
    [[nodiscard]] const FileVersion *version() const; ///< Of the open file at the turn; may be null.

    std::shared_ptr<const CodeHistory> m_history; ///< Never null.
    std::vector<Mark> m_marks;
    QHash<QString, QMap<int, QString>> m_marksOf; ///< By resolved path and line.
    QString m_path;
    QString m_shownPath;
    const void *m_shown = nullptr; ///< The version or final file whose rows are in the view.
    Moment m_moment = Moment::AtTurn;
    int m_turn = 0;
    int m_lastTurn = 0; ///< That wrote anything.
    std::optional<int> m_from;
    std::optional<int> m_to;
    bool m_isReading = true;
    bool m_diffFollows = false; ///< The turns compared follow the selected one.

    FileTreeModel *m_files;
    QTreeView *m_tree;
    CodeHeader *m_header;
    CodeView *m_view;
    QLabel *m_note;
    QLabel *m_coverage;
    DiffView *m_diff;
    CodeNotice *m_notice;
    QWidget *m_codePage;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
};

} // namespace Decayscope
