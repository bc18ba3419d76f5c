// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runbundle.h"

namespace Decayscope {

/// What a turn mainly is. A message that thinks and then runs a command is a command.
enum class TurnKind : quint8 { System, Prompt, Thought, Command, Edit, Observation, Error, Finish, Other };

inline constexpr std::array allTurnKinds{TurnKind::System, TurnKind::Prompt, TurnKind::Thought, TurnKind::Command,
    TurnKind::Edit, TurnKind::Observation, TurnKind::Error, TurnKind::Finish, TurnKind::Other};

/// "system", "prompt", … as in the command line's JSON.
[[nodiscard]] QString turnKindName(TurnKind kind);
[[nodiscard]] QString turnRoleName(TurnRole role);

/// A change of one file that a turn asks for or reports.
struct FileEdit
{
    enum class Kind : quint8 {
        Content, ///< `after` is the whole file from now on; `before`, where it is given, was.
        Append, ///< `after` is added at the end.
        Replace, ///< The only occurrence of `before` becomes `after`.
        ReplaceAll, ///< Every occurrence does; in the lines `line` to `lastLine` where they are given.
        Insert, ///< `after` is inserted behind line `line`; 0 is the top.
        Lines, ///< The lines `line` to `lastLine` become `after`.
        Diff, ///< `after` is a unified diff of this file.
        Undo, ///< The last edit of the file is taken back.
        Delete,
        Move, ///< To `target`.
        Copy, ///< To `target`.
        Opaque ///< The file was changed in a way that cannot be known from the trajectory.
    };
    enum class Evidence : quint8 {
        Asked, ///< By the agent; the turn's result says whether it came to be.
        Reported ///< By the tool that did it.
    };

    Kind kind = Kind::Opaque;
    Evidence evidence = Evidence::Asked;
    QString path; ///< As the trajectory has it; often absolute.
    QString target; ///< Of moves and copies.
    std::optional<QString> before;
    QString after;
    int line = 0; ///< 1-based.
    int lastLine = 0;
    bool oncePerLine = false; ///< ReplaceAll takes the first occurrence in each line alone.

    bool operator==(const FileEdit &) const = default;
};

enum class PartKind : quint8 {
    Text, ///< What the agent or a person says; Markdown.
    Reasoning, ///< Thinking that the model reports apart from what it says.
    Command, ///< For a shell, or a tool call with its arguments.
    Output, ///< Of a command or tool.
    Error, ///< A tool's or the scaffold's complaint.
    Edit, ///< See `edit`.
    Image, ///< `text` says of what kind and size; its bytes stay in the raw form.
    Raw ///< JSON of something this program does not know.
};

/// A piece of a turn, in the order of the turn.
struct TurnPart
{
    PartKind kind = PartKind::Text;
    QString text; ///< For edits a sentence such as "create src/app.js".
    QString tool; ///< Name of the tool of commands, edits and outputs: "bash", "str_replace_editor", …; may be empty.
    QString callId; ///< Joins an output to its command; empty where the format has none.
    std::optional<int> returnCode; ///< Of outputs.
    bool isError = false; ///< An output that reports failure.
    QString workingFolder; ///< Of a command, where it is known: the folder it ran in.
    std::optional<FileEdit> edit;

    bool operator==(const TurnPart &) const = default;
};

/// One message or event of a trajectory, whichever scaffold wrote it.
struct TurnContent
{
    int index = 0; ///< 0-based, as in Turn.
    TurnRole role = TurnRole::Other;
    TurnKind kind = TurnKind::Other;
    QString name; ///< What its format calls it, such as "ActionEvent"; may be empty.
    std::vector<TurnPart> parts;
    std::optional<qint64> time; ///< Milliseconds since 1970; times without a zone are read as UTC.
    std::optional<double> seconds; ///< How long it took, where the format says.
    std::optional<TokenCount> tokens; ///< Of the model call that made the turn.
    std::optional<double> cost; ///< US dollars of that call.
    bool isKnown = true; ///< Whether its kind is one this program understands; else one Raw part holds it.

    /// The texts of all parts of a kind, joined by line feeds.
    [[nodiscard]] QString textOf(PartKind kind) const;
    /// The last return code that a part carries.
    [[nodiscard]] std::optional<int> returnCode() const;

    bool operator==(const TurnContent &) const = default;
};

} // namespace Decayscope
