// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identitynames.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// A single letter would mask half of every text; two say something only with a digit, as in "o3".
constexpr qsizetype shortestName = 3;

bool isTelling(QStringView name)
{
    const auto word = [](QChar c) { return c.isLetterOrNumber(); };
    const auto letters = std::ranges::count_if(name, word);
    return letters >= shortestName || (letters == 2 && std::ranges::any_of(name, [](QChar c) { return c.isDigit(); }));
}

} // namespace

const QStringList &commonIdentityNames()
{
    static const QStringList names{// Makers and ways to their models.
        u"openai"_s, u"open-ai"_s, u"anthropic"_s, u"google"_s, u"mistralai"_s, u"mistral"_s, u"alibaba"_s,
        u"dashscope"_s, u"minimax"_s, u"mini-max"_s, u"deepseek"_s, u"deep-seek"_s, u"moonshot"_s, u"moonshotai"_s,
        u"zhipu"_s, u"zhipuai"_s, u"z-ai"_s, u"meta-llama"_s, u"metaai"_s, u"x-ai"_s, u"nvidia"_s, u"cohere"_s,
        u"openrouter"_s, u"open-router"_s, u"litellm"_s, u"lite-llm"_s, u"vllm"_s, u"ollama"_s, u"bedrock"_s,
        u"vertex-ai"_s, u"huggingface"_s, u"hugging-face"_s, u"together-ai"_s, u"fireworks-ai"_s,
        // Families of models.
        u"gpt"_s, u"chat-gpt"_s, u"o1-mini"_s, u"o1-preview"_s, u"o3-mini"_s, u"o4-mini"_s, u"codex"_s, u"claude"_s,
        u"sonnet"_s, u"opus"_s, u"haiku"_s, u"gemini"_s, u"gemma"_s, u"devstral"_s, u"codestral"_s, u"magistral"_s,
        u"mixtral"_s, u"qwen"_s, u"qwq"_s, u"kimi"_s, u"glm"_s, u"chat-glm"_s, u"llama"_s, u"code-llama"_s, u"grok"_s,
        u"nemotron"_s, u"starcoder"_s, u"doubao"_s, u"ernie"_s,
        // Scaffolds.
        u"mini-swe-agent"_s, u"mini-swe"_s, u"swe-agent"_s, u"swe-rex"_s, u"openhands"_s, u"open-hands"_s,
        u"all-hands"_s, u"open-devin"_s, u"devin"_s, u"code-act"_s, u"code-act-agent"_s, u"aider"_s, u"copilot"_s,
        u"agentless"_s,
        // What runs are handed in with.
        u"COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT"_s, u"MINI_SWE_AGENT_FINAL_OUTPUT"_s};
    return names;
}

QStringList namesWithin(const QString &name)
{
    QStringList names{name};
    names += name.split(u'/', Qt::SkipEmptyParts);
    for (const auto &part : QStringList(names)) {
        if (const auto colon = part.indexOf(u':'); colon > 0)
            names += part.first(colon);
    }
    names.removeIf([](const QString &part) { return !isTelling(part); });
    names.removeDuplicates();
    return names;
}

} // namespace Decayscope
