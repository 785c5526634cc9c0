"""How each channel's own payloads are made from what a person does, and its renderings read back."""

from __future__ import annotations

from typing import Any, Protocol

from bot.channels import console, telegram_parse, telegram_render, webchat, whatsapp_parse, whatsapp_render
from bot.channels.base import Capabilities
from bot.channels.rendering import plain
from handlers.messages import Inbound, MediaItem, Outgoing


class Speaker(Protocol):
    """Somebody with a phone: who they are, and the chat they write in."""

    name: str
    address: str
    chat: str
    forum: bool


class Side(Protocol):
    """How one channel's payloads are made and its renderings read."""

    capabilities: Capabilities

    def inbound(self, person: Speaker, update_id: int, **said: Any) -> Inbound: ...
    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]: ...


class TelegramSide:
    """Updates as Telegram sends them."""

    capabilities = Capabilities(4096, 100, 64, 30, 1, 0.33)

    def inbound(self, person: Speaker, update_id: int, **said: Any) -> Inbound:
        user = {"id": int(person.address), "is_bot": False, "first_name": person.name, "language_code": "id"}
        chat = {"id": int(person.chat), "type": "supergroup" if person.chat.startswith("-") else "private"}
        chat |= {"is_forum": True} if person.forum else {}
        message: dict[str, Any] = {"message_id": said.get("edits") or update_id, "chat": chat, "date": 1_795_489_200}
        message |= {"from": user, **self._topic(chat, said.get("thread", ""))}
        if "tap" in said:
            query = {"id": str(update_id), "from": user, "chat_instance": "1", "data": said["tap"], "message": message}
            return self._parse({"update_id": update_id, "callback_query": query})
        message |= self._content(said)
        if reply_to := said.get("reply_to"):
            message["reply_to_message"] = {"chat": chat, "date": 1_795_489_200, "message_id": int(reply_to)}
        kind = "edited_message" if "edits" in said else "message"
        return self._parse({"update_id": update_id, kind: message})

    @staticmethod
    def _topic(chat: dict[str, Any], thread: str) -> dict[str, Any]:
        """In a topic every message is a reply to the one that opened it."""
        if not thread:
            return {}
        root = {"message_id": int(thread), "chat": chat, "date": 1_795_489_200}
        return {"message_thread_id": int(thread), "is_topic_message": True, "reply_to_message": root}

    @staticmethod
    def _content(said: dict[str, Any]) -> dict[str, Any]:
        content: dict[str, Any] = {}
        if "text" in said:
            content["caption" if "photo" in said else "text"] = said["text"]
        if photo := said.get("photo"):
            content["photo"] = [{"file_id": photo, "file_unique_id": photo, "width": 9, "height": 9, "file_size": 9}]
        if voice := said.get("voice"):
            content["voice"] = {"file_id": voice, "file_unique_id": voice, "duration": 3, "mime_type": "audio/ogg"}
        if "pin" in said:
            content["location"] = {"latitude": said["pin"][0], "longitude": said["pin"][1]}
        if "sticker" in said:
            content["sticker"] = {"file_id": "S", "file_unique_id": "S", "type": "regular", "width": 1, "height": 1}
            content["sticker"] |= {"is_animated": False, "is_video": False}
        if "album" in said:
            content["media_group_id"] = said["album"]
        return content

    @staticmethod
    def _parse(update: dict[str, Any]) -> Inbound:
        inbound = telegram_parse.parse(update)
        assert inbound is not None
        return inbound

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        payload = telegram_render.render(outgoing, address, max_label=64).payload
        markup = payload.get("reply_markup") or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        buttons = {key["text"]: key.get("callback_data", "") for row in rows for key in row}
        return plain(payload.get("text") or payload.get("caption") or ""), buttons


class WhatsAppSide:
    """Twilio's forms; options come as numbered lists."""

    account = whatsapp_render.Account("AC" + "0" * 32, "token", sender="+14155238886")
    capabilities = account.capabilities

    def inbound(self, person: Speaker, update_id: int, **said: Any) -> Inbound:
        sid = f"SM{update_id:032x}"
        form = {
            "MessageSid": sid,
            "AccountSid": self.account.account_sid,
            "From": f"whatsapp:+62812{int(person.address):07d}",
            "To": "whatsapp:+14155238886",
            "WaId": f"62812{int(person.address):07d}",
            "ProfileName": person.name,
            "Body": said.get("tap") or said.get("text", ""),
            "NumMedia": "0",
        }
        for kind, mime in (("photo", "image/jpeg"), ("voice", "audio/ogg"), ("sticker", "image/webp")):
            if kind in said:
                media = f"https://api.twilio.com/2010-04-01/Accounts/{self.account.account_sid}/Messages/{sid}/Media/"
                form |= {"NumMedia": "1", "MediaUrl0": media + f"ME{said[kind]}", "MediaContentType0": mime}
        if "sticker" in said:
            form["MessageType"] = "sticker"
        if "pin" in said:
            form |= {"Latitude": str(said["pin"][0]), "Longitude": str(said["pin"][1])}
        if "reply_to" in said:
            form |= {"OriginalRepliedMessageSid": said["reply_to"]}
        inbound = whatsapp_parse.parse(list(form.items()))
        assert inbound is not None
        return inbound

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        form = whatsapp_render.render(self.account, outgoing, address, outbox_id=1, media_url=str).payload["form"]
        return form.get("Body", ""), {}


class WebChatSide:
    """What the page posts and is sent."""

    capabilities = Capabilities(4000, 100, 80, 1000, 1000, 1000)

    def inbound(self, person: Speaker, update_id: int, **said: Any) -> Inbound:
        body: dict[str, Any] = {"id": str(update_id), "text": said.get("text", ""), "button": said.get("tap", "")}
        if "pin" in said:
            body["pin"] = {"lat": said["pin"][0], "lon": said["pin"][1]}
        if "reply_to" in said:
            body["reply_to"] = said["reply_to"]
        media = [MediaItem(kind, f"stored:{said[kind]}") for kind in ("photo", "voice", "sticker") if kind in said]
        return webchat.parse(body, f"web-{person.address}", media)

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        return plain(outgoing.text), {option.label: option.value for option in outgoing.options}


class ConsoleSide:
    """Lines typed and printed; a terminal sends words only, so photos and pins come in words."""

    capabilities = Capabilities(100_000, 0, 200, 1000, 1000, 1000)

    def inbound(self, person: Speaker, update_id: int, **said: Any) -> Inbound:
        line = said.get("tap") or said.get("text", "")
        return console.parse(line, name=f"p{person.address}", session="test", number=update_id)

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        return plain(outgoing.text), {}


def typed(outgoing: Outgoing) -> dict[str, str]:
    """What to type where there are no buttons: the command shown, or the number in the list."""
    return {option.label: option.typed or str(place) for place, option in enumerate(outgoing.options, start=1)}


SIDES: dict[str, Side] = {
    "telegram": TelegramSide(),
    "whatsapp": WhatsAppSide(),
    "webchat": WebChatSide(),
    "console": ConsoleSide(),
}
