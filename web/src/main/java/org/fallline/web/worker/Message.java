package org.fallline.web.worker;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.typedarrays.Float64Array;

/** What travels between page and worker: a kind, the number of the request, a text and numbers. */
interface Message extends JSObject {
    @JSProperty
    String getKind();

    @JSProperty
    void setKind(String kind);

    @JSProperty
    int getId();

    @JSProperty
    void setId(int id);

    @JSProperty
    String getText();

    @JSProperty
    void setText(String text);

    @JSProperty
    Float64Array getNumbers();

    @JSProperty
    void setNumbers(Float64Array numbers);

    /** A message; the numbers are copied. */
    static Message of(String kind, int id, String text, double... numbers) {
        Message message = JSObjects.create();
        message.setKind(kind);
        message.setId(id);
        message.setText(text);
        message.setNumbers(Float64Array.copyFromJavaArray(numbers));
        return message;
    }
}
